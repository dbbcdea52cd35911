import { components } from '@muheng/contracts/common/component';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import type { Lot } from '../api/listings.js';
import { freeText } from './item-editor.js';
import styles from './desk.module.css';

interface LotPickerProps {
  lots: readonly Lot[];
  chosen: ReadonlySet<string>;
  onTake: (lot: Lot) => void;
  onClose: () => void;
}

/** Lots that may be sold and hold something: taken with one press each. */
export function LotPicker({ lots, chosen, onTake, onClose }: LotPickerProps): ReactElement {
  const { t } = useTranslation('desk');
  const { t: ui } = useTranslation('ui');
  return (
    <Dialog shape="drawer" title={t('form.pick')} onClose={onClose}>
      {lots.length === 0 ? (
        <EmptyState title={t('form.noLots')} hint={t('form.noLotsHint')} />
      ) : (
        <DataTable
          caption={t('form.pick')}
          rows={lots}
          rowKey={(lot) => lot.id}
          tone={(lot) => (chosen.has(lot.id) ? 'primary' : undefined)}
          columns={[
            {
              key: 'lot',
              head: t('form.pick'),
              title: true,
              cell: (lot) => (
                <span className={styles['named']}>
                  <span>{lot.number}</span>
                  <span>{lot.projectName}</span>
                </span>
              ),
            },
            ...components.map((component) => ({
              key: component,
              head: `${t(`form.${component}`)}（${ui(component === 'capacity' ? 'unit.kg' : 'unit.ha')}）`,
              figure: true,
              cell: (lot: Lot) => freeText(component, lot),
            })),
            {
              key: 'take',
              head: '',
              cell: (lot) =>
                chosen.has(lot.id) ? (
                  <StatusChip tone="primary" mark="done">
                    {t('form.picked')}
                  </StatusChip>
                ) : (
                  <Button size="dense" onClick={() => onTake(lot)}>
                    {t('form.take')}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Dialog>
  );
}
