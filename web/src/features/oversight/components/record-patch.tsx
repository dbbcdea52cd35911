import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useClock } from '../../../lib/clock.js';
import { dateText } from '../../../lib/format/time.js';
import { wireHa } from '../../../lib/typed.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Form } from '../../../ui/form/form.js';
import { TextField } from '../../../ui/form/inputs.js';

/** 登记卫片图斑: what a satellite saw on a project's land; the next round of surveillance raises the alert. */
export function RecordPatch({ projectNumber }: { projectNumber: string }): ReactElement {
  const { t } = useTranslation('oversight');
  const [open, setOpen] = useState(false);
  const [recorded, setRecorded] = useState(false);
  return (
    <>
      {recorded ? (
        <span role="status">
          {t('patch.recorded')} <a href="/reg/alerts">{t('patch.alerts')}</a>
        </span>
      ) : null}
      <Button size="dense" onClick={() => setOpen(true)}>
        {t('patch.record')}
      </Button>
      {open ? (
        <PatchDialog
          projectNumber={projectNumber}
          onRecorded={() => setRecorded(true)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

interface PatchDialogProps {
  projectNumber: string;
  onRecorded: () => void;
  onClose: () => void;
}

function PatchDialog({ projectNumber, onRecorded, onClose }: PatchDialogProps): ReactElement {
  const { t } = useTranslation('oversight');
  const clock = useClock();
  const [typed, setTyped] = useState(() => ({ observedOn: dateText(clock.now()), source: '', areaHa: '' }));
  const [tried, setTried] = useState(false);
  const command = useCommand([['alerts']]);
  const areaHa = wireHa(typed.areaHa);
  const source = typed.source.trim();
  const send = async (): Promise<void> => {
    setTried(true);
    if (areaHa === null || source === '') return;
    const body = { projectNumber, observedOn: typed.observedOn, source, areaHa };
    if ((await command.send(post('/satellite-patches', { body }))) === null) return;
    onRecorded();
    onClose();
  };
  return (
    <Dialog title={t('patch.title', { number: projectNumber })} onClose={onClose}>
      <Form
        onSubmit={() => void send()}
        told={command.told}
        shown={['/observedOn', '/source', '/areaHa']}
        actions={
          <>
            <Button onClick={onClose}>{t('thresholds.cancel')}</Button>
            <Button look="primary" type="submit" disabled={command.busy}>
              {t('patch.save')}
            </Button>
          </>
        }
      >
        <p>{t('patch.lead')}</p>
        <TextField
          type="date"
          label={t('patch.observedOn')}
          value={typed.observedOn}
          error={command.told?.fields['/observedOn']}
          onChange={(observedOn) => setTyped({ ...typed, observedOn })}
        />
        <TextField
          unit="ha"
          label={t('patch.area')}
          value={typed.areaHa}
          error={tried && areaHa === null ? t('patch.notHa') : command.told?.fields['/areaHa']}
          onChange={(text) => setTyped({ ...typed, areaHa: text })}
        />
        <TextField
          wide
          label={t('patch.source')}
          maxLength={200}
          value={typed.source}
          error={tried && source === '' ? t('patch.sourceMissing') : command.told?.fields['/source']}
          onChange={(text) => setTyped({ ...typed, source: text })}
        />
      </Form>
    </Dialog>
  );
}
