import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { shortStamp } from '../../../lib/format/time.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { useImports } from '../api/imports.js';

const tones = {
  waiting: 'neutral',
  running: 'wait',
  done: 'down',
  failed: 'up',
  cancelled: 'neutral',
} as const;

/** Earlier imports; each can be read again. */
export function ImportHistory({ onOpen }: { onOpen: (id: string) => void }): ReactElement {
  const { t } = useTranslation('bank');
  const feed = useImports();
  return (
    <Card flush title={t('import.history')}>
      <Loaded query={feed}>
        {(imports) =>
          imports.length === 0 ? (
            <EmptyState title={t('import.historyEmpty')} />
          ) : (
            <DataTable
              caption={t('import.historyCaption')}
              rows={imports}
              rowKey={(one) => one.id}
              columns={[
                {
                  key: 'file',
                  head: t('import.file'),
                  title: true,
                  cell: (one) => (
                    <Button look="link" onClick={() => onOpen(one.id)}>
                      {one.fileName}
                    </Button>
                  ),
                },
                { key: 'when', head: t('import.when'), cell: (one) => shortStamp(one.createdAt) },
                {
                  key: 'result',
                  head: t('import.result'),
                  cell: (one) => (
                    <StatusChip tone={tones[one.state]}>{t(`import.state.${one.state}`)}</StatusChip>
                  ),
                },
                { key: 'banked', head: t('import.banked'), figure: true, cell: (one) => one.banked },
                { key: 'unchanged', head: t('import.unchanged'), figure: true, cell: (one) => one.unchanged },
                {
                  key: 'rejected',
                  head: t('import.rejected'),
                  figure: true,
                  cell: (one) => one.rejectedRows,
                },
              ]}
            />
          )
        }
      </Loaded>
      <MoreButton feed={feed} text={t('import.more')} />
    </Card>
  );
}
