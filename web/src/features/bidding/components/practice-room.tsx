import { useQuery, useQueryClient } from '@tanstack/react-query';
import { formatCny, type Fen, tryCny } from '@muheng/contracts/common/quantity';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockContext } from '../../../lib/clock.js';
import { type Call, post } from '../../../lib/call.js';
import { useLiveState } from '../../../lib/live.js';
import { type Command, useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { Loaded } from '../../../ui/states/loaded.js';
import {
  type PracticeRoomWire,
  practiceRoomQuery,
  type SeenPractice,
  seatHeaders,
  seatSecretOf,
} from '../api/practice.js';
import { lastBidOf, practiceModelOf } from '../model/practice-room.js';
import { boundsOf, standingOf } from '../model/room-facts.js';
import type { TicketEvent } from '../model/ticket-machine.js';
import { usePractice } from '../model/use-practice.js';
import { useTicket } from '../model/use-ticket.js';
import { AuctionRoomView } from './auction-room-view.js';
import { TakeSeat } from './practice-seat.js';
import styles from './practice.module.css';

/** One room of 演练, for whoever has its code: a lobby, then the room as it is in the market, on the room's own clock. */
export function PracticeRoom({ code }: { code: string }): ReactElement {
  const query = useQuery(practiceRoomQuery(code));
  return <Loaded query={query}>{(seen) => <OpenRoom seen={seen} />}</Loaded>;
}

function OpenRoom({ seen }: { seen: SeenPractice }): ReactElement {
  const clock = usePractice(seen);
  const { room } = seen;
  const command = usePracticeCommand(room.code);
  return (
    <ClockContext value={clock}>
      <PracticeBar room={room} command={command} />
      {room.phase === 'lobby' ? (
        <Lobby room={room} command={command} />
      ) : (
        <RunningRoom key={room.round} room={room} command={command} />
      )}
    </ClockContext>
  );
}

type PracticeCommand = Command<PracticeRoomWire> & {
  act: (priceCny: string | null) => Promise<PracticeRoomWire | null>;
  host: (act: 'start' | 'skip' | 'again') => Promise<PracticeRoomWire | null>;
};

/** What a seat does; the room that comes back is shown at once. */
function usePracticeCommand(code: string): PracticeCommand {
  const client = useQueryClient();
  const command = useCommand<PracticeRoomWire>();
  const send = async (call: Call<PracticeRoomWire>): Promise<PracticeRoomWire | null> => {
    const room = await command.send({ ...call, headers: seatHeaders(seatSecretOf(code)) });
    if (room) client.setQueryData(practiceRoomQuery(code).queryKey, { room, seenAt: performance.now() });
    return room;
  };
  return {
    ...command,
    act: (priceCny) => send(post('/practice/rooms/{code}/acts', { params: { code }, body: { priceCny } })),
    host: (act) => send(post('/practice/rooms/{code}/rounds', { params: { code }, body: { act } })),
  };
}

interface Shown {
  room: PracticeRoomWire;
  command: PracticeCommand;
}

function PracticeBar({ room, command }: Shown): ReactElement {
  const { t } = useTranslation('bidding');
  const isHost = room.self?.isHost ?? false;
  const running = room.phase !== 'lobby' && room.phase !== 'over';
  return (
    <div className={styles['bar']} role="note">
      <span>{t('practice.note', { code: room.code })}</span>
      <span className={styles['acts']}>
        {isHost && running ? (
          <Button size="dense" disabled={command.busy} onClick={() => void command.host('skip')}>
            {t('practice.skip')}
          </Button>
        ) : null}
        {isHost && room.phase === 'over' ? (
          <Button size="dense" disabled={command.busy} onClick={() => void command.host('again')}>
            {t('practice.again')}
          </Button>
        ) : null}
        <a href="/practice">{t('practice.leave')}</a>
      </span>
    </div>
  );
}

function Players({ room }: { room: PracticeRoomWire }): ReactElement {
  const { t } = useTranslation('bidding');
  let robots = 0;
  return (
    <ul className={styles['players']}>
      {room.players.map((player) => {
        if (player.name === null) robots += 1;
        const name = player.name ?? t('practice.robot', { count: robots });
        return (
          <li key={`${player.seat ?? ''}${name}${player.isHost ? '*' : ''}`}>
            <b>{name}</b>
            {player.isHost ? <span>{t('practice.host')}</span> : null}
            {player.seat === null ? null : <span>{t('ladder.bidderNo', { bidder: player.seat })}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function ShareLink({ code }: { code: string }): ReactElement {
  const { t } = useTranslation('bidding');
  const [copied, setCopied] = useState(false);
  const link = `${window.location.origin}/practice/${code}`;
  const copy = (): void => {
    void navigator.clipboard?.writeText(link).then(() => setCopied(true));
  };
  return (
    <div className={styles['share']}>
      <p>{t('practice.share')}</p>
      <p className={styles['code']}>{code}</p>
      <p className={styles['link']}>{link}</p>
      <Button onClick={copy}>{t(copied ? 'practice.copied' : 'practice.copy')}</Button>
    </div>
  );
}

function Lobby({ room, command }: Shown): ReactElement {
  const { t } = useTranslation('bidding');
  const isHost = room.self?.isHost ?? false;
  return (
    <main className={styles['lobby']}>
      <h1>{t('practice.lobby')}</h1>
      <div className={styles['cards']}>
        <Card title={t('practice.here', { count: room.players.length })}>
          <Players room={room} />
          <p className={styles['words']}>
            {t('practice.clock', { listing: room.listingMin, ask: room.askMin * 60, window: room.windowMin })}
          </p>
          {room.self === null ? <TakeSeat room={room} /> : null}
          {isHost ? (
            <Button
              look="primary"
              size="tall"
              block
              disabled={command.busy}
              onClick={() => void command.host('start')}
            >
              {t('practice.start')}
            </Button>
          ) : null}
          {room.self !== null && !isHost ? <p className={styles['words']}>{t('practice.wait')}</p> : null}
          {command.told ? <p role="alert">{command.told.sentence}</p> : null}
        </Card>
        <Card title={t('practice.invite')}>
          <ShareLink code={room.code} />
        </Card>
      </div>
    </main>
  );
}

/** Sends a bid of the ticket; the room's answer carries the bid, a refusal the next price that counts. */
function useBid({ room, command }: Shown, dispatch: (event: TicketEvent) => void, minimum: bigint) {
  const { t } = useTranslation('bidding');
  return (price: bigint): void => {
    dispatch({ type: 'send', key: 'practice' });
    void command.act(formatCny(price as Fen)).then((answer) => {
      const taken = answer && lastBidOf(answer);
      if (taken) return dispatch({ type: 'accepted', receipt: { ...taken, milliseconds: null } });
      const next = room.minimumCny === null ? null : tryCny(room.minimumCny);
      dispatch({ type: 'refused', sentence: t('practice.refused'), minimum: next ?? minimum });
    });
  };
}

function RunningRoom({ room, command }: Shown): ReactElement {
  const { t } = useTranslation('bidding');
  const live = useLiveState();
  const [sound, setSound] = useState(false);
  const model = practiceModelOf(room, {
    number: t('practice.number', { code: room.code, round: room.round }),
    title: t('practice.lot'),
    sellerName: t('practice.seller'),
    policyVersion: t('practice.rules'),
  });
  const bounds = boundsOf(model);
  const [ticket, dispatch] = useTicket(bounds, standingOf(model).kind === 'leading');
  const send = useBid({ room, command }, dispatch, bounds.minimum);
  return (
    <>
      {room.self === null && room.phase !== 'over' ? (
        <div className={styles['late']}>
          <Card title={t('practice.joinNow')}>
            <TakeSeat room={room} />
          </Card>
        </div>
      ) : null}
      <AuctionRoomView
        model={model}
        connection={live === 'lost' ? 'lost' : live === 'open' ? 'live' : 'connecting'}
        dataAt={room.now}
        ticket={ticket}
        dispatch={dispatch}
        onSend={send}
        onAccept={() => void command.act(null)}
        sound={sound}
        onSound={setSound}
      />
      {room.phase === 'over' ? (
        <div className={styles['late']}>
          <Card title={t('practice.whoWasWho')}>
            <Players room={room} />
          </Card>
        </div>
      ) : null}
    </>
  );
}
