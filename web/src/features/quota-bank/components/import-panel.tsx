import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type DragEvent, type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx.js';
import { useLive } from '../../../lib/live.js';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { ProgressBar } from '../../../ui/progress-bar.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { importQuery, isRunning, type ProjectImportDetail } from '../api/imports.js';
import { ImportResult } from './import-result.js';
import styles from './quota-bank.module.css';

const isReadable = (file: File): boolean => /\.(csv|xlsx)$/i.test(file.name);

function DropZone({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }): ReactElement {
  const { t } = useTranslation('bank');
  const [over, setOver] = useState(false);
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const take = (file: File | undefined): void => {
    if (!file || busy) return;
    setWrong(!isReadable(file));
    if (isReadable(file)) onFile(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <>
      <label
        htmlFor={id}
        className={cx(styles['drop'], over && styles['over'])}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <b>{t('import.drop')}</b>
        <span className={styles['hint']}>{t('import.dropHint')}</span>
        <input
          id={id}
          className="visually-hidden"
          type="file"
          accept=".csv,.xlsx"
          disabled={busy}
          onChange={(event) => {
            take(event.target.files?.[0]);
            // The same file may be chosen again: an import twice changes nothing.
            event.target.value = '';
          }}
        />
      </label>
      {wrong ? <p role="alert">{t('import.kind')}</p> : null}
    </>
  );
}

function Progress({ one }: { one: ProjectImportDetail }): ReactElement {
  const { t } = useTranslation('bank');
  const label = t(one.state === 'waiting' ? 'import.waiting' : 'import.running', { name: one.fileName });
  const stop = useCommand([['project-imports']]);
  return (
    <>
      <ProgressBar label={label} done={one.done} total={one.total ?? 0} />
      <Button
        size="dense"
        disabled={stop.busy}
        onClick={() => void stop.send(post('/project-imports/{id}/cancellation', { params: { id: one.id } }))}
      >
        {t('import.stop')}
      </Button>
      <ToldBox told={stop.told} />
    </>
  );
}

/** One import: its progress while it runs, then what became of every row. */
function Running({ id }: { id: string }): ReactElement {
  const client = useQueryClient();
  const query = useQuery(importQuery(id));
  useLive(`job:${id}`, () => void client.invalidateQueries({ queryKey: importQuery(id).queryKey }));
  return (
    <Loaded query={query}>
      {(one) => (isRunning(one) ? <Progress one={one} /> : <ImportResult one={one} />)}
    </Loaded>
  );
}

/** Origin projects by file: drop, watch, read what was turned back. */
export function ImportPanel({
  id,
  onStarted,
}: {
  id: string | null;
  onStarted: (id: string | null) => void;
}): ReactElement {
  const { t } = useTranslation('bank');
  const [name, setName] = useState('');
  const upload = useCommand<{ id: string }>([['project-imports', 'list']]);
  const start = async (file: File): Promise<void> => {
    setName(file.name);
    const body = new FormData();
    body.append('file', file);
    const started = await upload.send(post('/project-imports', { body }));
    if (started) onStarted(started.id);
  };
  return (
    <Card
      title={t('import.title')}
      aside={
        id === null ? undefined : (
          <Button size="dense" onClick={() => onStarted(null)}>
            {t('import.again')}
          </Button>
        )
      }
    >
      <div className={styles['stack']}>
        <p className={styles['hint']}>{t('import.lead')}</p>
        {id === null ? (
          <DropZone busy={upload.busy} onFile={(file) => void start(file)} />
        ) : (
          <Running id={id} />
        )}
        {upload.busy ? <p role="status">{t('import.uploading', { name })}</p> : null}
        <ToldBox told={upload.told} />
      </div>
    </Card>
  );
}
