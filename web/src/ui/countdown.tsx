import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../lib/clock.js';
import { cx } from '../lib/cx.js';
import { remaining, remainingClock } from '../lib/format/duration.js';
import { epoch } from '../lib/format/time.js';
import styles from './countdown.module.css';

interface CountdownProps {
  /** Deadline on the server's clock. */
  deadline: string;
  size?: 'hero' | 'row';
  /** Not yet urgent: ink instead of red. */
  calm?: boolean;
}

/** The seconds at which a screen reader is told, and no others. */
const announcedAt = [300, 60, 30, 10] as const;

/** Watches the remaining seconds and names the threshold just passed. */
function useAnnouncement(totalSeconds: number): string {
  const { t } = useTranslation('ui');
  const [text, setText] = useState('');
  const before = useRef(totalSeconds);
  useEffect(() => {
    const passed = announcedAt.find((second) => before.current > second && totalSeconds <= second);
    if (passed !== undefined) {
      setText(
        passed >= 60
          ? t('countdown.leftMinutes', { minutes: passed / 60 })
          : t('countdown.leftSeconds', { seconds: passed }),
      );
    } else if (before.current > 0 && totalSeconds === 0) setText(t('countdown.over'));
    before.current = totalSeconds;
  }, [totalSeconds, t]);
  return text;
}

/** `mm:ss`; with hours before it a phone has no room for the full size. */
const minutesLength = 5;

/** Minutes and seconds to a deadline by the server's clock, renewed on its full second. */
export function Countdown({ deadline, size = 'row', calm = false }: CountdownProps): ReactElement {
  const now = useServerNow();
  const left = epoch(deadline) - now;
  const announcement = useAnnouncement(remaining(left).totalSeconds);
  const text = remainingClock(left);
  return (
    <>
      <span
        role="timer"
        aria-live="off"
        className={cx(
          styles['countdown'],
          styles[size],
          calm && styles['calm'],
          text.length > minutesLength && styles['long'],
        )}
      >
        {text}
      </span>
      <span className="visually-hidden" aria-live="assertive">
        {announcement}
      </span>
    </>
  );
}

/** Shows the remaining time in the tab's title, as long as the component is there (ux.md §1, Prozorro). */
export function useTitleCountdown(deadline: string | null, title: string): void {
  const now = useServerNow();
  useEffect(() => {
    document.title = deadline === null ? title : `${remainingClock(epoch(deadline) - now)} ${title}`;
  }, [deadline, now, title]);
}
