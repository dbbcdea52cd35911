import { Alert, App, Button, DatePicker, Form, Input, Modal, Select, Steps, Table, Tabs, Upload } from 'antd';
import { type ReactElement, useState } from 'react';
import { ConsoleShell, DeskHeading } from '../../ui/shell/console-shell.js';
import { KitProvider } from '../console/kit-provider.js';
import { sellerRail } from './data/rail.js';

const columns = [
  { title: '批次', dataIndex: 'batch' },
  { title: '耕地（公顷）', dataIndex: 'area', align: 'right' as const },
];
const rows = [
  { key: 1, batch: '2026 第 3 批', area: '40.0000' },
  { key: 2, batch: '2026 第 4 批', area: '20.0000' },
];

function Desk(): ReactElement {
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  return (
    <ConsoleShell
      rail={sellerRail}
      current="bank"
      heading={<DeskHeading title="指标库" />}
      actions={<Button type="primary">导入</Button>}
    >
      <Form layout="vertical">
        <Form.Item label="起始价" required validateStatus="error" help="不低于 5.00 万元/亩">
          <Input suffix="万元/亩" defaultValue="4.00" />
        </Form.Item>
        <Form.Item label="批次">
          <Select options={[{ value: 'a', label: '2026 第 3 批' }]} defaultValue="a" />
        </Form.Item>
        <Form.Item label="日期">
          <DatePicker />
        </Form.Item>
      </Form>
      <Tabs
        items={[
          { key: 'a', label: '在库' },
          { key: 'b', label: '在拍' },
        ]}
      />
      <Steps
        size="small"
        current={1}
        items={[{ title: '选择指标' }, { title: '交易方式' }, { title: '价格与规则' }]}
      />
      <Alert type="warning" showIcon title="公告期到周六止，报价开始顺延。" />
      <Table
        size="small"
        columns={columns}
        dataSource={rows}
        rowSelection={{}}
        pagination={{ pageSize: 1 }}
      />
      <Upload>
        <Button>选择文件</Button>
      </Upload>
      <Button onClick={() => setOpen(true)}>弹窗</Button>{' '}
      <Button onClick={() => void message.success('已保存')}>消息</Button>
      <Modal open={open} title="送复核" onCancel={() => setOpen(false)}>
        确认送复核？
      </Modal>
    </ConsoleShell>
  );
}

/** The kit under the tokens, for comparing with the rest. */
export function KitScene(): ReactElement {
  return (
    <KitProvider>
      <Desk />
    </KitProvider>
  );
}
