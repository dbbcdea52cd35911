import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useClockReading, useServerNow } from '../../../lib/clock.js';
import { cx } from '../../../lib/cx.js';
import { signed } from '../../../lib/format/digits.js';
import { clockText, epoch } from '../../../lib/format/time.js';
import { percent } from '../../../lib/geometry.js';
import { setPreferences, useTheme } from '../../../lib/preferences.js';
import { Countdown } from '../../../ui/countdown.js';
import { Logo } from '../../../ui/logo.js';
import { type ChipTone, StatusChip } from '../../../ui/status-chip.js';
import type { AuctionRoomModel, Connection, RoomPhase } from '../model/auction-room.js';
import { isClosed, leaderOf } from '../model/room-facts.js';
import styles from './room-header.module.css';

interface RoomHeaderProps {
  model: AuctionRoomModel;
  connection: Connection;
  sound: boolean;
  onSound: (on: boolean) => void;
}

const tones: Record<RoomPhase, ChipTone> = {
  upcoming: 'notice',
  open: 'wait',
  timed: 'up',
  ceiling: 'up',
  draw: 'up',
  sold: 'down',
  failed: 'neutral',
  suspended: 'up',
  terminated: 'neutral',
};
const running: readonly RoomPhase[] = ['timed', 'ceiling', 'draw'];

function Phase({ phase }: { phase: RoomPhase }): ReactElement {
  const { t } = useTranslation('bidding');
  const live = running.includes(phase);
  return (
    <StatusChip tone={tones[phase]} outlined={live} {...(live ? { mark: 'live' } : {})}>
      {t(`phase.${phase}`)}
    </StatusChip>
  );
}

function Title({ model }: { model: AuctionRoomModel }): ReactElement {
  const { t } = useTranslation('bidding');
  const facts = [
    model.lot.number,
    ...(model.extensions > 0 ? [t('header.extension', { count: model.extensions })] : []),
    t('header.restart', { minutes: model.lot.windowMinutes }),
  ];
  return (
    <div className={styles['title']}>
      <a href="/" aria-label="亩衡 Muheng">
        <Logo size={23} />
      </a>
      <div>
        <h1>
          <span>{model.lot.title}</span> <Phase phase={model.phase} />
        </h1>
        <p className={styles['facts']}>{facts.join(' · ')}</p>
      </div>
    </div>
  );
}

function Clock({ model, connection, sound, onSound }: RoomHeaderProps): ReactElement {
  const { t } = useTranslation('bidding');
  const { t: ui } = useTranslation('ui');
  const now = useServerNow();
  const { offsetMs, latencyMs } = useClockReading();
  const theme = useTheme();
  return (
    <div className={styles['clock']}>
      <p>
        {t('header.serverTime')} <b>{clockText(now)}</b>
      </p>
      <p className={styles['sync']}>
        <span className={styles['desk']}>
          {offsetMs === null || latencyMs === null
            ? `${t('header.unsynced')} · `
            : `${t('header.offset', { offset: signed(String(offsetMs)).replace('-', '−') })} · ${t('header.latency', { latency: latencyMs })} · `}
        </span>
        <span className={styles[connection]}>
          <span aria-hidden="true">● </span>
          <span className={styles['desk']}>{t(`header.${connection}`)}</span>
          <span className={styles['phone']}>
            {connection === 'live' && latencyMs !== null
              ? t('header.latency', { latency: latencyMs })
              : t(`header.${connection}`)}
          </span>
        </span>
      </p>
      <p className={cx(styles['switches'], styles['desk'])}>
        {model.spectators === null ? null : (
          <span>{t('header.spectators', { count: model.spectators })}</span>
        )}
        {model.bidders === null ? null : <span>{t('header.bidders', { count: model.bidders })}</span>}
        <button type="button" aria-pressed={sound} onClick={() => onSound(!sound)}>
          {t(sound ? 'header.soundOn' : 'header.soundOff')}
        </button>
        <button type="button" onClick={() => setPreferences({ theme: theme === 'dark' ? 'light' : 'dark' })}>
          {ui(theme === 'dark' ? 'shell.themeLight' : 'shell.themeDark')}
        </button>
      </p>
    </div>
  );
}

function Left({ model }: { model: AuctionRoomModel }): ReactElement | null {
  const { t } = useTranslation('bidding');
  if (model.deadline === null || isClosed(model)) return null;
  const leader = leaderOf(model);
  const timed = model.phase === 'timed' || model.phase === 'ceiling';
  const what = t(
    timed ? 'header.roundLeft' : model.phase === 'upcoming' ? 'header.opensIn' : 'header.phaseLeft',
  );
  return (
    <div className={styles['left']}>
      <p className={cx(styles['caption'], styles['phone'])}>{what}</p>
      <Countdown deadline={model.deadline} size="hero" calm={!timed} />
      <p className={cx(styles['caption'], styles['desk'])}>
        {what}
        {timed
          ? ` · ${leader ? t('header.wouldWin', { bidder: leader.bidder.replace(/^0+/, '') }) : t('header.nobody')}`
          : ''}
      </p>
    </div>
  );
}

function Progress({ model }: { model: AuctionRoomModel }): ReactElement {
  const { t } = useTranslation('bidding');
  const now = useServerNow();
  const { deadline, roundStart } = model;
  const share =
    deadline === null || roundStart === null || isClosed(model)
      ? 0
      : Math.max(0, Math.min(1, (epoch(deadline) - now) / Math.max(1, epoch(deadline) - epoch(roundStart))));
  return (
    <div
      className={styles['progress']}
      role="progressbar"
      aria-label={t('header.progress')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
    >
      <span style={{ width: percent(share) }} />
    </div>
  );
}

/** The fixed head of the room: what, how long still, by whose clock. */
export const RoomHeader = memo(function RoomHeader(props: RoomHeaderProps): ReactElement {
  return (
    <header className={styles['header']}>
      <div className={styles['row']}>
        <Title model={props.model} />
        <Left model={props.model} />
        <Clock {...props} />
      </div>
      <Progress model={props.model} />
    </header>
  );
});
