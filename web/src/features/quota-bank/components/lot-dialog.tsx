import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fullStamp } from '../../../lib/format/time.js';
import { areaText, capacityText } from '../../../lib/format/area.js';
import { parseQuantities, type QuantitiesWire } from '@muheng/contracts/common/component';
import { DataList } from '../../../ui/data-list.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { type LotDetail, lotQuery } from '../api/bank.js';
import { LotCame } from './lot-came.js';
import styles from './quota-bank.module.css';

type Movement = LotDetail['movements'][number];

/** Three quantities on one line: hectares, hectares, kilograms. */
export const triple = (wire: QuantitiesWire): string => {
  const { area, paddy, capacity } = parseQuantities(wire);
  return `${areaText(area, 'ha')} · ${areaText(paddy, 'ha')} · ${capacityText(capacity)}`;
};

function Movements({ movements }: { movements: readonly Movement[] }): ReactElement {
  const { t, i18n } = useTranslation('bank');
  const word = (table: 'bucket' | 'lot.kinds', code: string): string => {
    const camel = code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    return i18n.exists(`bank:${table}.${camel}`) ? i18n.t(`bank:${table}.${camel}`) : code;
  };
  if (movements.length === 0) return <p className={styles['hint']}>{t('lot.none')}</p>;
  return (
    <DataTable
      caption={t('lot.movementsCaption')}
      rows={movements}
      rowKey={(row) => `${row.entryId}${row.toBucket}`}
      columns={[
        { key: 'at', head: t('lot.at'), cell: (row) => fullStamp(row.at) },
        { key: 'kind', head: t('lot.kind'), title: true, cell: (row) => word('lot.kinds', row.kind) },
        { key: 'to', head: t('lot.to'), cell: (row) => word('bucket', row.toBucket) },
        { key: 'quantity', head: t('lot.quantity'), figure: true, cell: (row) => triple(row.quantities) },
      ]}
    />
  );
}

/** A lot: the project it comes from and what befell it. */
export function LotDialog({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  const query = useQuery(lotQuery(id));
  return (
    <Dialog shape="drawer" title={t('lot.title', { number: query.data?.lot.number ?? '' })} onClose={onClose}>
      <Loaded query={query}>
        {({ lot, project, movements }) => (
          <div className={styles['stack']}>
            <DataList
              rows={[
                { key: 'project', label: t('lot.project'), value: `${project.name} · ${project.number}` },
                { key: 'acceptance', label: t('lot.acceptance'), value: project.acceptanceNo ?? '—' },
                { key: 'accepted', label: t('lot.accepted'), value: project.acceptedOn ?? '—' },
                { key: 'filing', label: t('lot.filing'), value: project.filingNo ?? '—' },
                { key: 'quantity', label: t('lot.quantity'), value: triple(lot.quantities) },
                ...(lot.came === 'banked'
                  ? []
                  : [
                      {
                        key: 'came',
                        label: t('lot.came'),
                        value: <LotCame came={lot.came} loan={lot.loan} />,
                      },
                    ]),
              ]}
            />
            <p>
              <a href={`/family?lot=${lot.id}`}>{t('family.open')}</a>
            </p>
            <h3>{t('lot.movements')}</h3>
            <Movements movements={movements} />
          </div>
        )}
      </Loaded>
    </Dialog>
  );
}
