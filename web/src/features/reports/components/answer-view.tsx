import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { shortStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { DataList } from '../../../ui/data-list.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { answerQuery, type ReportAnswer } from '../api/reports.js';
import styles from './reports.module.css';

function Answer({ answer }: { answer: ReportAnswer }): ReactElement {
  const { t } = useTranslation('reports');
  const nameOf = useNameOf();
  return (
    <Card>
      <DataList
        rows={[
          { key: 'receipt', label: t('receipt'), value: answer.receipt },
          { key: 'subject', label: t('subject'), value: t(`subjects.${answer.subjectType}`) },
          { key: 'filed', label: t('filedAt'), value: shortStamp(answer.filedAt) },
          { key: 'owner', label: t('owner'), value: nameOf(answer.owner) },
          { key: 'due', label: t('due'), value: shortStamp(answer.dueAt) },
          {
            key: 'answer',
            label: t('answer'),
            value: <span className={styles['words']}>{answer.answer ?? t('waiting')}</span>,
          },
        ]}
      />
    </Card>
  );
}

/** What became of a report, read by its receipt. */
export function AnswerView({ receipt }: { receipt: string }): ReactElement {
  const { t } = useTranslation('reports');
  const query = useQuery(answerQuery(receipt));
  return (
    <div className={styles['page']}>
      <h1>{t('answerTitle')}</h1>
      <Loaded query={query}>{(answer) => <Answer answer={answer} />}</Loaded>
      <div className={styles['row']}>
        <Button onClick={() => window.print()}>{t('print')}</Button>
        <a href="/report">{t('another')}</a>
      </div>
    </div>
  );
}
