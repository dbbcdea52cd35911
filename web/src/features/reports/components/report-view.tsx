import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { useSession } from '../../../lib/session.js';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { useTyped } from '../../../lib/use-typed.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { Form } from '../../../ui/form/form.js';
import { SelectField, TextAreaField, TextField } from '../../../ui/form/inputs.js';
import { Segmented } from '../../../ui/segmented.js';
import type { Objection, Receipt } from '../api/reports.js';
import styles from './reports.module.css';

const subjects = ['listing', 'lot', 'trade'] as const;
export type ReportSubject = (typeof subjects)[number];

export interface ReportAbout {
  subject: ReportSubject;
  id: string;
  /** What people call it; stands in the form in place of the id. */
  number: string;
}

/** The receipt, shown once and large: nothing else leads to the answer. */
function Sent({ receipt }: { receipt: Receipt }): ReactElement {
  const { t } = useTranslation('reports');
  return (
    <Card title={t('sent')}>
      <div className={styles['done']} role="status">
        <p>{t('dueAt', { at: shortStamp(receipt.dueAt) })}</p>
        <code className={styles['receipt']}>{receipt.receipt}</code>
        <p className={styles['lead']}>{t('receiptHint')}</p>
        <a href={`/report/${receipt.receipt}`}>{t('status')}</a>
      </div>
    </Card>
  );
}

function Objected({ objection }: { objection: Objection }): ReactElement {
  const { t } = useTranslation('reports');
  const nameOf = useNameOf();
  return (
    <Card title={t('sent')}>
      <p role="status">
        {t('objected', { owner: nameOf(objection.owner), at: shortStamp(objection.dueAt) })}
      </p>
    </Card>
  );
}

type Way = 'report' | 'object';

/** A party that is signed in may object, which stops the trade, or only report. */
function WayChoice({ way, onWay }: { way: Way; onWay: (way: Way) => void }): ReactElement {
  const { t } = useTranslation('reports');
  return (
    <Segmented
      label={t('how')}
      value={way}
      options={(['report', 'object'] as const).map((value) => ({ value, text: t(value) }))}
      onChange={onWay}
    />
  );
}

/** What is sent, and what came of it: a report with its receipt, or an objection with its deadline. */
function useSending(about: Omit<ReportAbout, 'number'>, way: Way) {
  const reporting = useCommand<Receipt>();
  const objecting = useCommand<Objection>([['trades'], ['results']]);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [objection, setObjection] = useState<Objection | null>(null);
  const send = async (body: string, contact: string): Promise<boolean> => {
    if (way === 'object') {
      const made = await objecting.send(
        post('/trades/{id}/objections', { params: { id: about.id }, body: { reason: body } }),
      );
      setObjection(made);
      return made !== null;
    }
    const report = {
      subjectType: about.subject,
      subjectId: about.id,
      body,
      ...(contact === '' ? {} : { contact }),
    };
    const sent = await reporting.send(post('/reports', { body: report }));
    setReceipt(sent);
    return sent !== null;
  };
  return { send, receipt, objection, command: way === 'object' ? objecting : reporting };
}

/** What it is about: a page led here with the thing itself, or somebody types the number of another. */
function useSubject(about: ReportAbout) {
  const shown = about.number || about.id;
  const [subject, setSubject] = useState(about.subject);
  const [number, setNumber] = useState(shown);
  const isLinked = subject === about.subject && number === shown;
  const sent = { subject, id: isLinked ? about.id : number.trim() };
  // Only what a page led here with is known for certain to be the trade whose payout stops.
  return { subject, setSubject, number, setNumber, sent, isKnown: isLinked && about.id !== '' };
}

function ReportForm({ about, mayObject }: { about: ReportAbout; mayObject: boolean }): ReactElement {
  const { t } = useTranslation('reports');
  const { subject, setSubject, number, setNumber, sent, isKnown } = useSubject(about);
  const [way, setWay] = useState<Way>('report');
  // A stranger's report may be typed on anybody's machine: nothing of it stays there.
  const keptAs = useSession() ? `report.${about.subject}.${about.id}` : null;
  const [words, setWords, forget] = useTyped(keptAs, { body: '', contact: '' });
  const [tried, setTried] = useState(false);
  const canObject = mayObject && subject === 'trade' && isKnown;
  const object = canObject && way === 'object';
  const { send, receipt, objection, command } = useSending(sent, object ? 'object' : 'report');
  const body = words.body.trim();
  const submit = (): void => {
    setTried(true);
    if (body !== '') void send(body, words.contact.trim()).then((isSent) => isSent && forget());
  };
  if (receipt) return <Sent receipt={receipt} />;
  if (objection) return <Objected objection={objection} />;
  return (
    <Card>
      <Form
        onSubmit={submit}
        told={command.told}
        shown={['/body', '/reason', '/subjectId']}
        actions={
          <Button look="primary" type="submit" disabled={command.busy}>
            {t(command.busy ? 'working' : 'send')}
          </Button>
        }
      >
        <SelectField
          label={t('subject')}
          value={subject}
          options={subjects.map((value) => ({ value, text: t(`subjects.${value}`) }))}
          onChange={setSubject}
        />
        <TextField
          label={t('number')}
          value={number}
          maxLength={64}
          onChange={setNumber}
          error={command.told?.fields['/subjectId']}
        />
        {canObject ? <WayChoice way={way} onWay={setWay} /> : null}
        <TextAreaField
          label={t('words')}
          hint={t('wordsHint')}
          rows={6}
          maxLength={2000}
          value={words.body}
          onChange={(next) => setWords({ ...words, body: next })}
          error={
            tried && body === ''
              ? t('missing')
              : (command.told?.fields['/body'] ?? command.told?.fields['/reason'])
          }
        />
        {object ? null : (
          <TextField
            wide
            label={t('contact')}
            value={words.contact}
            maxLength={200}
            onChange={(contact) => setWords({ ...words, contact })}
          />
        )}
      </Form>
    </Card>
  );
}

function AskReceipt(): ReactElement {
  const { t } = useTranslation('reports');
  const [receipt, setReceipt] = useState('');
  return (
    <Card title={t('ask')}>
      <div className={styles['row']}>
        <TextField label={t('askReceipt')} value={receipt} maxLength={40} onChange={setReceipt} />
        <a href={`/report/${encodeURIComponent(receipt.trim())}`}>{t('askGo')}</a>
      </div>
    </Card>
  );
}

/** 举报 by anyone, 异议 by a party that is signed in. */
export function ReportView({ about }: { about: ReportAbout }): ReactElement {
  const { t } = useTranslation('reports');
  const session = useSession();
  return (
    <div className={styles['page']}>
      <h1>{t('title')}</h1>
      <p className={styles['lead']}>{t('lead')}</p>
      <p className={styles['lead']}>{t('objectLead')}</p>
      <ReportForm about={about} mayObject={Boolean(session)} />
      <AskReceipt />
    </div>
  );
}
