import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shortStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { post } from '../../../lib/call.js';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { useCommand } from '../../../lib/use-command.js';
import { useTyped } from '../../../lib/use-typed.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { DataList } from '../../../ui/data-list.js';
import { Form } from '../../../ui/form/form.js';
import { TextAreaField } from '../../../ui/form/inputs.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import type { CaseFile } from '../api/regulation.js';
import styles from './regulation.module.css';

const changes = [['alerts'], ['overview']];

function NoteForm({ alertId }: { alertId: string }): ReactElement {
  const { t } = useTranslation('regulation');
  const [body, setBody, forget] = useTyped(`case-note.${alertId}`, '');
  const command = useCommand<CaseFile>(changes);
  const send = async (): Promise<void> => {
    if (body.trim() === '') return;
    const sent = await command.send(
      post('/alerts/{id}/notes', { params: { id: alertId }, body: { body: body.trim() } }),
    );
    if (sent === null) return;
    setBody('');
    forget();
  };
  return (
    <Form
      onSubmit={() => void send()}
      told={command.told}
      actions={
        <Button look="primary" type="submit" disabled={command.busy || body.trim() === ''}>
          {t(command.busy ? 'working' : 'file.add')}
        </Button>
      }
    >
      <TextAreaField
        label={t('file.note')}
        hint={t('file.noteHint')}
        maxLength={4000}
        value={body}
        onChange={setBody}
      />
    </Form>
  );
}

function Notes({ file }: { file: CaseFile }): ReactElement {
  const { t } = useTranslation('regulation');
  return (
    <Card flush title={t('file.notes')}>
      {file.notes.length === 0 ? (
        <EmptyState title={t('file.noNotes')} />
      ) : (
        <ul className={styles['notes']}>
          {file.notes.map((note) => (
            <li key={note.id}>
              <small>
                {note.byName} · {shortStamp(note.at)}
              </small>
              <p className={styles['words']}>{note.body}</p>
            </li>
          ))}
        </ul>
      )}
      {file.decidedAt === null ? (
        <div className={styles['body']}>
          <NoteForm alertId={file.alertId} />
        </div>
      ) : null}
    </Card>
  );
}

function Facts({ file, outcome, decide }: Omit<CaseViewProps, 'evidence'>): ReactElement {
  const { t } = useTranslation('regulation');
  const { language } = usePreferences();
  const nameOf = useNameOf();
  const take = useCommand<CaseFile>(changes);
  const { alert } = file;
  return (
    <Card
      title={t('file.title')}
      aside={
        file.decidedAt === null ? (
          <Button
            size="dense"
            disabled={take.busy}
            onClick={() =>
              void take.send(post('/alerts/{id}/owner', { params: { id: file.alertId }, body: {} }))
            }
          >
            {t('file.take')}
          </Button>
        ) : null
      }
    >
      <ToldBox told={take.told} />
      <DataList
        rows={[
          { key: 'party', label: t('file.party'), value: alert.party ? nameOf(alert.party) : '—' },
          { key: 'where', label: t('file.where'), value: regionName(alert.regionCode, language) },
          { key: 'raised', label: t('file.raised'), value: shortStamp(alert.raisedAt) },
          { key: 'due', label: t('file.due'), value: file.dueAt ? shortStamp(file.dueAt) : '—' },
          { key: 'owner', label: t('file.owner'), value: file.owner ?? t('file.nobody') },
          {
            key: 'outcome',
            label: t('file.outcome'),
            value: [file.outcome === null ? t('file.undecided') : outcome, file.reason]
              .filter(Boolean)
              .join(' · '),
          },
        ]}
      />
      {file.decidedAt === null ? decide : null}
    </Card>
  );
}

interface CaseViewProps {
  file: CaseFile;
  /** What was found, in words, with the way to what it is about. */
  evidence: ReactNode;
  /** How it ended, in a word. */
  outcome: string;
  /** The way to end it, for whoever may. */
  decide?: ReactNode;
}

/** One alert's file: who has it, until when, the evidence, what was noted, how it ended. */
export function CaseView({ file, evidence, outcome, decide }: CaseViewProps): ReactElement {
  const { t } = useTranslation('regulation');
  return (
    <div className={styles['two']}>
      <div className={styles['stack']}>
        <Card title={t('file.evidence')}>{evidence}</Card>
        <Notes file={file} />
      </div>
      <Facts file={file} outcome={outcome} decide={decide} />
    </div>
  );
}
