import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { shortStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { post } from '../../../lib/call.js';
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
import { Evidence } from './evidence.js';
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

function Facts({ file }: { file: CaseFile }): ReactElement {
  const { t } = useTranslation('regulation');
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
          { key: 'where', label: t('file.where'), value: alert.regionCode },
          { key: 'raised', label: t('file.raised'), value: shortStamp(alert.raisedAt) },
          { key: 'due', label: t('file.due'), value: file.dueAt ? shortStamp(file.dueAt) : '—' },
          { key: 'owner', label: t('file.owner'), value: file.owner ?? t('file.nobody') },
          {
            key: 'outcome',
            label: t('file.outcome'),
            value: [file.outcome ?? t('file.undecided'), file.reason].filter(Boolean).join(' · '),
          },
        ]}
      />
    </Card>
  );
}

/** One alert's file: who has it, until when, the evidence, what was noted, how it ended. */
export function CaseView({ file }: { file: CaseFile }): ReactElement {
  const { t } = useTranslation('regulation');
  return (
    <div className={styles['two']}>
      <div className={styles['stack']}>
        <Card title={t('file.evidence')}>
          {file.alert.subject ? <p className={styles['words']}>{file.alert.subject}</p> : null}
          <Evidence facts={file.alert.evidence} />
        </Card>
        <Notes file={file} />
      </div>
      <Facts file={file} />
    </div>
  );
}
