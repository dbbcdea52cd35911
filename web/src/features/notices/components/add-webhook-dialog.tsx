import { noticeTopics } from '@muheng/contracts/common/notices/notice-kind';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Form } from '../../../ui/form/form.js';
import { TextField } from '../../../ui/form/inputs.js';
import { webhooksQuery } from '../api/notices.js';
import { changePrefixes, noticePrefix } from './event-names.js';
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

interface ChoicesProps {
  legend: string;
  choices: readonly { prefix: string; text: string }[];
  chosen: readonly string[];
  onToggle: (prefix: string, chosen: boolean) => void;
}

function Choices({ legend, choices, chosen, onToggle }: ChoicesProps): ReactElement {
  return (
    <fieldset className={styles['kinds']}>
      <legend>{legend}</legend>
      {choices.map(({ prefix, text }) => (
        <label key={prefix}>
          <input
            type="checkbox"
            checked={chosen.includes(prefix)}
            onChange={({ target }) => onToggle(prefix, target.checked)}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** An address, the public changes and the notices that go there; the secret is told once. */
export function AddWebhookDialog({ onClose }: { onClose: () => void }): ReactElement {
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
          <Choices
            legend={`${t('webhooks.changes')} · ${t('webhooks.changesHint')}`}
            choices={changePrefixes.map((prefix) => ({ prefix, text: t(`webhooks.event.${prefix}`) }))}
            chosen={events}
            onToggle={toggle}
          />
          <Choices
            legend={`${t('webhooks.noticesToYou')} · ${t('webhooks.noticesHint')}`}
            choices={noticeTopics.map((topic) => ({
              prefix: noticePrefix(topic),
              text: t(`topic.${topic}`),
            }))}
            chosen={events}
            onToggle={toggle}
          />
        </Form>
      ) : (
        <Secret secret={secret} onClose={onClose} />
      )}
    </Dialog>
  );
}
