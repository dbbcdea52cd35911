import { formatHa, parseHa } from '@muheng/contracts/common/quantity';
import { counties } from '@muheng/contracts/common/regions';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { groupDigits } from '../../../lib/format/digits.js';
import { dateText } from '../../../lib/format/time.js';
import { wireHa } from '../../../lib/typed.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { type Survey, surveysQuery } from '../api/papers.js';
import { FieldsDialog } from './fields-dialog.js';
import { useName } from './list-card.js';

/** By how much the survey stands above the target, or below it: then the county may not sell (domain §8). */
function Standing({ row }: { row: Survey }): ReactElement {
  const { t } = useTranslation('bank');
  const [farmland, target] = [parseHa(row.farmlandHa), parseHa(row.targetHa)];
  if (farmland >= target)
    return (
      <StatusChip tone="down">
        {t('papers.surveyMet', { ha: groupDigits(formatHa(farmland - target)) })}
      </StatusChip>
    );
  return (
    <StatusChip tone="up">
      {t('papers.surveyShort', { ha: groupDigits(formatHa(target - farmland)) })}
    </StatusChip>
  );
}

/** 耕地保有量: what the yearly survey found of each county, against its target. */
export function SurveysCard({
  county,
  mayRecord = false,
}: {
  county?: string;
  mayRecord?: boolean;
}): ReactElement {
  const { t } = useTranslation('bank');
  const name = useName();
  const query = useQuery(surveysQuery(county));
  const [recording, setRecording] = useState(false);
  return (
    <Card
      flush
      title={t('papers.surveys')}
      aside={
        mayRecord ? (
          <Button size="dense" look="primary" onClick={() => setRecording(true)}>
            {t('papers.surveyRecord')}
          </Button>
        ) : undefined
      }
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('papers.noSurveys')} hint={t('papers.noSurveysHint')} />
          ) : (
            <DataTable
              caption={t('papers.surveys')}
              rows={items}
              rowKey={(row) => row.id}
              columns={[
                { key: 'county', head: t('papers.county'), title: true, cell: (row) => name(row.county) },
                {
                  key: 'found',
                  head: t('papers.farmland'),
                  figure: true,
                  cell: (row) => groupDigits(row.farmlandHa),
                },
                {
                  key: 'target',
                  head: t('papers.target'),
                  figure: true,
                  cell: (row) => groupDigits(row.targetHa),
                },
                { key: 'standing', head: t('papers.standing'), cell: (row) => <Standing row={row} /> },
                { key: 'at', head: t('papers.surveyedAt'), cell: (row) => dateText(row.surveyedAt) },
              ]}
            />
          )
        }
      </Loaded>
      {recording ? <RecordDialog onClose={() => setRecording(false)} /> : null}
    </Card>
  );
}

/** What a survey found of one county; the latest one counts. */
function RecordDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  const name = useName();
  const fault = (text: string): string | undefined => (wireHa(text) === null ? t('need.notHa') : undefined);
  return (
    <FieldsDialog
      about="survey"
      title={t('papers.surveyRecord')}
      lead={t('papers.surveyLead')}
      submit={t('papers.surveySave')}
      changes={[['surveys'], ['county-first']]}
      fields={[
        {
          key: 'county',
          label: t('papers.county'),
          options: counties.map(({ code }) => ({ value: code, text: name(code) })),
        },
        { key: 'farmlandHa', label: t('papers.farmland'), fault },
        { key: 'targetHa', label: t('papers.target'), fault },
      ]}
      call={({ county, ...words }) => {
        const [farmlandHa, targetHa] = [wireHa(words.farmlandHa), wireHa(words.targetHa)];
        return farmlandHa === null || targetHa === null
          ? null
          : post('/surveys', { body: { county, farmlandHa, targetHa } });
      }}
      onClose={onClose}
    />
  );
}
