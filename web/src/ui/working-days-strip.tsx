import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './working-days-strip.module.css';

/** One working day: `day` of the month, the weekday's name, what falls due. */
export interface WorkingDay {
  date: string;
  day: string;
  weekday: string;
  today: boolean;
  events: { key: string; text: string; live?: boolean; href?: string }[];
}

/** 五个工作日: what the next working days bring. */
export function WorkingDaysStrip({ days }: { days: WorkingDay[] }): ReactElement {
  const { t } = useTranslation('ui');
  return (
    <section aria-label={t('workdays.title')}>
      <header className={styles['head']}>
        <h2>{t('workdays.title')}</h2>
        <span>{t('workdays.hint')}</span>
      </header>
      <ol className={styles['days']}>
        {days.map((day) => (
          <li key={day.date} className={styles['day']}>
            <p className={styles['date']}>
              <b>{day.day}</b> {day.weekday} {day.today ? t('workdays.today') : ''}
            </p>
            {day.events.length === 0 ? <p className={styles['quiet']}>{t('workdays.quiet')}</p> : null}
            {day.events.map((event) => (
              <p key={event.key} className={event.live ? styles['live'] : undefined}>
                {event.href ? <a href={event.href}>{event.text}</a> : event.text}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
