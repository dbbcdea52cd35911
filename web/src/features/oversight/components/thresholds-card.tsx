import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../../../lib/call.js';
import { groupDigits } from '../../../lib/format/digits.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { DataList } from '../../../ui/data-list.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Form } from '../../../ui/form/form.js';
import { TextAreaField, TextField } from '../../../ui/form/inputs.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { type Thresholds, thresholdsQuery } from '../api/oversight.js';
import { readThreshold, thresholdNames } from '../model/thresholds.js';

/** 监测阈值: what the detectors go by, for everybody who watches; the region changes it with a reason. */
export function ThresholdsCard({ mayTune }: { mayTune: boolean }): ReactElement {
  const { t } = useTranslation('oversight');
  const query = useQuery(thresholdsQuery);
  const [tuning, setTuning] = useState(false);
  return (
    <Card
      title={t('thresholds.title')}
      aside={
        mayTune && query.data ? (
          <Button size="dense" onClick={() => setTuning(true)}>
            {t('thresholds.tune')}
          </Button>
        ) : undefined
      }
    >
      <Loaded query={query}>
        {(values) => (
          <details>
            <summary>{t('thresholds.lead', { count: thresholdNames.length })}</summary>
            <DataList
              rows={thresholdNames.map((name) => ({
                key: name,
                label: t(`thresholds.names.${name}`),
                value: <b>{groupDigits(String(values[name] ?? '—'))}</b>,
              }))}
            />
          </details>
        )}
      </Loaded>
      {tuning && query.data ? <TuneDialog values={query.data} onClose={() => setTuning(false)} /> : null}
    </Card>
  );
}

/** All of them at once: what is sent replaces what was set before. */
function TuneDialog({ values, onClose }: { values: Thresholds; onClose: () => void }): ReactElement {
  const { t } = useTranslation('oversight');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(thresholdNames.map((name) => [name, String(values[name] ?? '')])),
  );
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand([thresholdsQuery.queryKey]);
  const read = thresholdNames.map((name) => [name, readThreshold(typed[name] ?? '')] as const);
  const missing = reason.trim() === '';
  const send = async (): Promise<void> => {
    setTried(true);
    if (missing || read.some(([, value]) => value === null)) return;
    const settings = Object.fromEntries(read) as Record<string, number>;
    if (
      (await command.send(put('/surveillance/settings', { body: { settings, reason: reason.trim() } }))) !==
      null
    )
      onClose();
  };
  return (
    <Dialog title={t('thresholds.tune')} onClose={onClose}>
      <Form
        onSubmit={() => void send()}
        told={command.told}
        shown={['/reason']}
        actions={
          <>
            <Button onClick={onClose}>{t('thresholds.cancel')}</Button>
            <Button look="primary" type="submit" disabled={command.busy}>
              {t('thresholds.save')}
            </Button>
          </>
        }
      >
        {read.map(([name, value]) => (
          <TextField
            key={name}
            unit=""
            label={t(`thresholds.names.${name}`)}
            value={typed[name] ?? ''}
            error={tried && value === null ? t('thresholds.bad') : command.told?.fields[`/settings/${name}`]}
            onChange={(text) => setTyped({ ...typed, [name]: text })}
          />
        ))}
        <TextAreaField
          label={t('thresholds.reason')}
          maxLength={500}
          value={reason}
          error={tried && missing ? t('thresholds.reasonMissing') : command.told?.fields['/reason']}
          onChange={setReason}
        />
      </Form>
    </Dialog>
  );
}
