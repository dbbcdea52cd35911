import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { DataTable } from '../../../ui/table/data-table.js';
import type { ProjectRecord } from '../api/movements.js';
import { readParcels } from '../model/parcel-lines.js';
import { FieldsDialog } from './fields-dialog.js';

/** From here on the record is closed, or the land is confirmed as it is. */
const closed: ReadonlySet<string> = new Set([
  'banked',
  'rejected',
  'filed-with-ministry',
  'demolition-accepted',
]);

/** 一地一码: the parcels of a project, each under its code; what they add up to has to be what is confirmed. */
export function ParcelsCard({
  record,
  mayAct,
}: {
  record: ProjectRecord;
  mayAct: boolean;
}): ReactElement | null {
  const { t } = useTranslation('bank');
  const [adding, setAdding] = useState(false);
  const { number, status } = record.project;
  const mayAdd = mayAct && !closed.has(status);
  if (record.parcels.length === 0 && !mayAdd) return null;
  const fault = (text: string): string | undefined => {
    const read = readParcels(text);
    return 'fault' in read ? t('papers.parcelFault', { line: read.fault }) : undefined;
  };
  return (
    <Card
      flush
      title={t('project.parcels')}
      aside={
        mayAdd ? (
          <Button size="dense" onClick={() => setAdding(true)}>
            {t('papers.parcelsAdd')}
          </Button>
        ) : undefined
      }
    >
      {record.parcels.length === 0 ? (
        <EmptyState title={t('project.noParcels')} />
      ) : (
        <DataTable
          caption={t('project.parcels')}
          rows={record.parcels}
          rowKey={(row) => row.code}
          columns={[
            { key: 'code', head: t('project.parcel'), title: true, cell: (row) => row.code },
            {
              key: 'sheet',
              head: t('project.sheet'),
              cell: (row) => [row.mapSheet, row.patchNo].filter(Boolean).join(' · ') || '—',
            },
            { key: 'class', head: t('project.landClass'), cell: (row) => row.landClass },
            { key: 'area', head: t('need.area'), figure: true, cell: (row) => row.areaHa },
          ]}
        />
      )}
      {adding ? (
        <FieldsDialog
          about={`parcels.${number}`}
          title={t('papers.parcelsTitle')}
          lead={t('papers.parcelsLead')}
          submit={t('papers.parcelsAdd')}
          changes={[['projects']]}
          fields={[{ key: 'lines', label: t('papers.parcelLines'), kind: 'lines', fault }]}
          call={({ lines }) => {
            const read = readParcels(lines);
            return 'fault' in read
              ? null
              : post('/projects/{number}/parcels', { params: { number }, body: read });
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </Card>
  );
}
