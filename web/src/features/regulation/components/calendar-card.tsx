import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../../../lib/call.js';
import { useClock } from '../../../lib/clock.js';
import { dateText, dayAfter } from '../../../lib/format/time.js';
import { usePreferences } from '../../../lib/preferences.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Form } from '../../../ui/form/form.js';
import { SelectField, TextField } from '../../../ui/form/inputs.js';
import { Segmented } from '../../../ui/segmented.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { type CalendarYear, calendarQuery } from '../api/regulation.js';
import styles from './regulation.module.css';

/** 工作日历: the days of a year that differ from the plain week, which every deadline in working days counts by. */
export function CalendarCard({ maySet }: { maySet: boolean }): ReactElement {
  const { t } = useTranslation('regulation');
  const clock = useClock();
  const thisYear = Number(dateText(clock.now()).slice(0, 4));
  const years = [0, 1, 2].map((ahead) => String(thisYear + ahead));
  const [year, setYear] = useState(String(thisYear));
  const [setting, setSetting] = useState(false);
  const query = useQuery(calendarQuery(Number(year)));
  return (
    <Card
      flush
      title={t('calendar.title')}
      aside={
        <span className={styles['buttons']}>
          <Segmented
            label={t('calendar.year')}
            value={year}
            options={years.map((value) => ({ value, text: value }))}
            onChange={setYear}
          />
          {maySet ? (
            <Button size="dense" look="primary" onClick={() => setSetting(true)}>
              {t('calendar.set')}
            </Button>
          ) : null}
        </span>
      }
    >
      <p className={styles['lead']}>{t('calendar.lead')}</p>
      <Loaded query={query}>{({ items }) => <Days days={items} />}</Loaded>
      {setting ? <SetDaysDialog onClose={() => setSetting(false)} /> : null}
    </Card>
  );
}

function Days({ days }: { days: CalendarYear['items'] }): ReactElement {
  const { t } = useTranslation('regulation');
  const { language } = usePreferences();
  const weekday = (day: string): string =>
    new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(Date.parse(day));
  if (days.length === 0) return <EmptyState title={t('calendar.none')} hint={t('calendar.noneHint')} />;
  return (
    <DataTable
      caption={t('calendar.title')}
      rows={days}
      rowKey={(row) => row.day}
      columns={[
        { key: 'day', head: t('calendar.day'), title: true, cell: (row) => `${row.day} ${weekday(row.day)}` },
        {
          key: 'works',
          head: t('calendar.works'),
          cell: (row) => (
            <StatusChip tone={row.working ? 'notice' : 'neutral'}>
              {t(row.working ? 'calendar.working' : 'calendar.resting')}
            </StatusChip>
          ),
        },
        { key: 'note', head: t('calendar.note'), cell: (row) => row.note },
      ]}
    />
  );
}

/** A holiday as it is announced, or the weekend that is made up for it. */
function SetDaysDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation('regulation');
  const clock = useClock();
  const [from, setFrom] = useState(() => dayAfter(clock.now(), 1));
  const [to, setTo] = useState(from);
  const [works, setWorks] = useState<'resting' | 'working'>('resting');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand<CalendarYear>([['calendar']]);
  const missing = note.trim() === '';
  const send = async (): Promise<void> => {
    setTried(true);
    if (missing) return;
    const body = { from, to, working: works === 'working', note: note.trim() };
    if ((await command.send(put('/calendar', { body }))) !== null) onClose();
  };
  return (
    <Dialog title={t('calendar.set')} onClose={onClose}>
      <Form
        onSubmit={() => void send()}
        told={command.told}
        shown={['/from', '/to', '/note']}
        actions={
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button look="primary" type="submit" disabled={command.busy}>
              {t(command.busy ? 'working' : 'calendar.save')}
            </Button>
          </>
        }
      >
        <TextField
          type="date"
          label={t('calendar.from')}
          value={from}
          error={command.told?.fields['/from']}
          onChange={(day) => {
            setFrom(day);
            if (to < day) setTo(day);
          }}
        />
        <TextField
          type="date"
          label={t('calendar.to')}
          value={to}
          error={command.told?.fields['/to']}
          onChange={setTo}
        />
        <SelectField
          label={t('calendar.works')}
          value={works}
          options={(['resting', 'working'] as const).map((value) => ({
            value,
            text: t(`calendar.${value}`),
          }))}
          onChange={setWorks}
        />
        <TextField
          label={t('calendar.note')}
          maxLength={80}
          value={note}
          error={tried && missing ? t('calendar.noteMissing') : command.told?.fields['/note']}
          onChange={setNote}
        />
      </Form>
    </Dialog>
  );
}
