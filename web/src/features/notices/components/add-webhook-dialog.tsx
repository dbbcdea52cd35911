import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Form } from '../../../ui/form/form.js';
import { TextField } from '../../../ui/form/inputs.js';
import { webhooksQuery } from '../api/notices.js';
import styles from './notices.module.css';

function Secret({ secret, onClose }: { secret: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation('notices');
  const [copied, setCopied] = useState(false);
  const copy = (): void => void navigator.clipboard.writeText(secret).then(() => setCopied(true));
  return (
    <div className={styles['stack']}>
      <p>{t('webhooks.secret')}</p>
      <code className={styles['secret']}>{secret}</code>
      <p className={styles['buttons']}>
        <Button onClick={copy}>{t(copied ? 'webhooks.copied' : 'webhooks.copy')}</Button>
        <Button look="primary" onClick={onClose}>
          {t('webhooks.done')}
        </Button>
      </p>
    </div>
  );
}

interface AddWebhookDialogProps {
  prefixes: readonly ('listing.' | 'trade.' | 'suspension.')[];
  onClose: () => void;
}

/** An address and its events; the secret is told once. */
export function AddWebhookDialog({ prefixes, onClose }: AddWebhookDialogProps): ReactElement {
  const { t } = useTranslation('notices');
  const [url, setUrl] = useState('https://');
  const [events, setEvents] = useState<readonly string[]>([]);
  const [secret, setSecret] = useState<string | null>(null);
  const create = useCommand<{ secret: string }>([webhooksQuery.queryKey]);
  const send = async (): Promise<void> => {
    const made = await create.send(
      post('/webhook-endpoints', { body: { url: url.trim(), events: [...events] } }),
    );
    if (made) setSecret(made.secret);
  };
  const toggle = (event: string, chosen: boolean): void =>
    setEvents(chosen ? [...events, event] : events.filter((each) => each !== event));
  return (
    <Dialog title={t('webhooks.add')} onClose={onClose}>
      {secret === null ? (
        <Form
          onSubmit={() => void send()}
          told={create.told}
          shown={['/url']}
          actions={
            <Button look="primary" type="submit" disabled={create.busy}>
              {t(create.busy ? 'webhooks.working' : 'webhooks.create')}
            </Button>
          }
        >
          <TextField
            wide
            label={t('webhooks.url')}
            hint={t('webhooks.urlHint')}
            value={url}
            onChange={setUrl}
            maxLength={500}
            error={create.told?.fields['/url']}
          />
          <fieldset className={styles['kinds']}>
            <legend>
              {t('webhooks.events')} · {t('webhooks.eventsHint')}
            </legend>
            {prefixes.map((event) => (
              <label key={event}>
                <input
                  type="checkbox"
                  checked={events.includes(event)}
                  onChange={({ target }) => toggle(event, target.checked)}
                />
                <span>{t(`webhooks.event.${event}`)}</span>
              </label>
            ))}
          </fieldset>
        </Form>
      ) : (
        <Secret secret={secret} onClose={onClose} />
      )}
    </Dialog>
  );
}
