import { parseHa } from '@muheng/contracts/common/quantity';
import type { ReactElement, ReactNode } from 'react';
import { A4Notice } from '../../ui/paper/a4-notice.js';
import { ApprovalRail } from '../../ui/approval-rail.js';
import { Beam } from '../../ui/beam.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Delta } from '../../ui/delta.js';
import { Figure } from '../../ui/figure.js';
import { HashDrop } from '../../ui/hash-drop/hash-drop.js';
import { LedgerBar } from '../../ui/ledger-bar.js';
import { ListingTable } from '../../ui/listing-table/listing-table.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { BrokenState } from '../../ui/states/broken-state.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { RefusedState } from '../../ui/states/refused-state.js';
import { SkeletonRows } from '../../ui/states/skeleton.js';
import { StatusChip } from '../../ui/status-chip.js';
import styles from './gallery.module.css';

function Part({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <section className={styles['part']}>
      <h2>{name}</h2>
      {children}
    </section>
  );
}

const ledger = (requested: string, listed: string, need: string, surplus: string) =>
  (
    [
      ['requested', requested],
      ['listed', listed],
      ['need', need],
      ['surplus', surplus],
    ] as const
  ).map(([key, text]) => ({ key, text, amount: parseHa(text) }));

const steps = [
  { key: 'maker', label: '经办', detail: '填报中', state: 'done' },
  { key: 'checker', label: '复核', detail: '县自然资源部门', state: 'current' },
  { key: 'issuer', label: '签发', detail: '县级出让方', state: 'waiting' },
  { key: 'city', label: '市级会签', detail: '中卫市', state: 'waiting' },
  { key: 'region', label: '自治区核准', detail: '预计 5 个工作日', state: 'waiting' },
] as const;

const notice = {
  titleLines: ['中宁县补充耕地指标', '公开出让公告'],
  number: '宁指标告字〔2026〕第 047 号　（草稿，未签发）',
  intro:
    '依据补充耕地指标管理有关规定，经县级认定满足本行政区域占补平衡后确有净余，现将下列指标以网上挂牌、限时竞价方式公开出让，公告如下。',
  sections: [
    {
      heading: '一、标的',
      rows: [
        { field: 'number', label: '标的编号', value: 'SFQ-2026-640521-002' },
        { field: 'area', label: '耕地数量', value: '20.0000 公顷（300.0000 亩）' },
        { field: 'step', label: '加价幅度', strong: '105.0000 万元', value: '，或其整数倍' },
      ],
    },
    {
      heading: '三、竞买人资格',
      paragraphs: [
        {
          field: 'buyers',
          text: '县级人民政府及其授权部门、开发区、单独选址项目单位。所购各分项数量不得超过其经认定的缺口。',
        },
      ],
    },
  ],
  issuer: '中宁县自然资源局',
  date: '2026 年 11 月 26 日',
};

function Numbers(): ReactElement {
  return (
    <Part name="Figures, deltas, chips, buttons">
      <p>
        <Figure value="6,240.0000" unit="万元" size="xl" /> <Figure value="600.0000" unit="亩" size="l" />{' '}
        <Figure value="480,000" unit="公斤" size="m" /> <Figure value="−96" size="s" />{' '}
        <Delta permille={300n} /> <Delta permille={-21n} />
      </p>
      <p>
        {(['neutral', 'primary', 'up', 'down', 'wait', 'notice'] as const).map((tone) => (
          <StatusChip key={tone} tone={tone}>
            {tone}
          </StatusChip>
        ))}{' '}
        <StatusChip tone="up" outlined mark="live">
          限时竞价
        </StatusChip>
      </p>
      <p className={styles['row']}>
        <Button look="primary">主要</Button> <Button>普通</Button>{' '}
        <Button look="toggle" pressed>
          已选
        </Button>{' '}
        <Button disabled>停用</Button> <Button look="link">链接</Button>
      </p>
    </Part>
  );
}

/** The shared parts, each in its states. */
export function Parts(): ReactElement {
  return (
    <div className={styles['parts']}>
      <Numbers />
      <Part name="Beam, ledger bar, progress, rail">
        <Beam
          label="example"
          tick={0.5}
          segments={[
            { key: 'a', tone: 'surplusDeep', share: 0.5 },
            { key: 'b', tone: 'need', share: 0.35 },
            { key: 'c', tone: 'reserve', share: 0.15 },
          ]}
        />
        <LedgerBar label="耕地数量" parts={ledger('20.0000', '20.0000', '15.6000', '20.0000')} />
        <LedgerBar label="窄" parts={ledger('1.0000', '20.0000', '1.6000', '20.0000')} />
        <ProgressBar
          label="导入指标库"
          done={112}
          total={152}
          rowsPerSecond={40}
          secondsLeft={1}
          onCancel={() => undefined}
        />
        <ApprovalRail label="审签" steps={[...steps]} />
      </Part>
      <Part name="Empty, refused, broken, loading">
        <EmptyState
          title="还没有草稿"
          hint="从指标库选择批次即可开始。"
          action={<Button look="primary">新建挂牌</Button>}
        />
        <RefusedState
          title="水田超出净余 3.5000 公顷"
          sentence="请把水田改为 0.5000 公顷以内，或先登记新入库的水田。"
          action={<Button size="dense">采用</Button>}
        />
        <BrokenState
          sentence="没有收到服务器的回答。请检查网络后重试。"
          traceId="0193f5a0-7c"
          onRetry={() => undefined}
          lastGoodAt="2026-11-24T15:13:02+08:00"
        />
        <Card flush>
          <SkeletonRows rows={3} />
        </Card>
        <Card flush>
          <ListingTable rows={[]} caption="empty" />
        </Card>
      </Part>
      <Part name="Hash drop">
        <HashDrop registered="8106c58a3fe739a23b0b021fd47b3303fd1d614613ac8a9036374606e132706e" />
        <HashDrop
          registered="8106c58a3fe739a23b0b021fd47b3303fd1d614613ac8a9036374606e132706e"
          initial={{
            state: 'mismatch',
            name: 'a.pdf',
            bytes: 1000,
            milliseconds: 3,
            digest: '0106c58a3fe739a23b0b021fd47b3303fd1d614613ac8a9036374606e132706e',
          }}
        />
      </Part>
      <Part name="A4 notice, focused row marked">
        <A4Notice notice={notice} focused="step" onPick={() => undefined} />
      </Part>
    </div>
  );
}
