import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { ButtonLink } from '../../../ui/button-link.js';
import { Card } from '../../../ui/card.js';
import { Form } from '../../../ui/form/form.js';
import { TextField } from '../../../ui/form/inputs.js';
import { keepSeatSecret, type PracticeRoomWire, practiceRoomsQuery, seatHeaders } from '../api/practice.js';
import styles from './practice.module.css';

const nameMax = 16;
const codeShape = /^[2-9A-HJ-NP-Z]{6}$/;

/** A seat's secret, made here and told to the server only as proof. */
export const newSeatSecret = (): string => bytesToHex(crypto.getRandomValues(new Uint8Array(32)));

function OpenCard(): ReactElement {
  const { t } = useTranslation('bidding');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const [secret] = useState(newSeatSecret);
  const open = useCommand<PracticeRoomWire>([['practice-rooms']]);
  const submit = async (listed: boolean): Promise<void> => {
    setTried(true);
    if (name.trim() === '') return;
    const body = { name: name.trim(), listed };
    const room = await open.send({ ...post('/practice/rooms', { body }), headers: seatHeaders(secret) });
    if (!room) return;
    keepSeatSecret(room.code, secret);
    client.removeQueries({ queryKey: ['practice', room.code] });
    await navigate({ href: `/practice/${room.code}` });
  };
  return (
    <Card title={t('practice.open')}>
      <p className={styles['words']}>{t('practice.openHint')}</p>
      <Form
        onSubmit={() => void submit(false)}
        told={open.told}
        actions={
          <>
            <Button look="primary" type="submit" disabled={open.busy}>
              {t('practice.openClosed')}
            </Button>
            <Button disabled={open.busy} onClick={() => void submit(true)}>
              {t('practice.openListed')}
            </Button>
          </>
        }
      >
        <TextField
          wide
          name="player"
          label={t('practice.name')}
          hint={t('practice.nameHint')}
          maxLength={nameMax}
          autoComplete="off"
          value={name}
          onChange={setName}
          error={tried && name.trim() === '' ? t('practice.nameMissing') : undefined}
        />
      </Form>
    </Card>
  );
}

function JoinCard(): ReactElement {
  const { t } = useTranslation('bidding');
  const navigate = useNavigate();
  const rooms = useQuery(practiceRoomsQuery).data?.items ?? [];
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const wanted = code.trim().toUpperCase();
  const enter = (): void => {
    setTried(true);
    if (codeShape.test(wanted)) void navigate({ href: `/practice/${wanted}` });
  };
  return (
    <Card title={t('practice.join')}>
      <Form onSubmit={enter} told={null} actions={<Button type="submit">{t('practice.enter')}</Button>}>
        <TextField
          wide
          name="code"
          label={t('practice.code')}
          hint={t('practice.codeHint')}
          maxLength={nameMax}
          autoComplete="off"
          value={code}
          onChange={setCode}
          error={tried && !codeShape.test(wanted) ? t('practice.codeWrong') : undefined}
        />
      </Form>
      <h3 className={styles['listTitle']}>{t('practice.listed')}</h3>
      {rooms.length === 0 ? (
        <p className={styles['words']}>{t('practice.listedNone')}</p>
      ) : (
        <ul className={styles['rooms']}>
          {rooms.map((room) => (
            <li key={room.code}>
              <b className={styles['small']}>{room.code}</b>
              <span>{t('practice.people', { count: room.players })}</span>
              <span>{t(room.started ? 'practice.started' : 'practice.waiting')}</span>
              <ButtonLink size="dense" href={`/practice/${room.code}`}>
                {t('practice.enter')}
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** 演练: open a room or enter one, without an account. */
export function PracticeLobby(): ReactElement {
  const { t } = useTranslation('bidding');
  return (
    <div className={styles['lobby']}>
      <h1>{t('practice.title')}</h1>
      <p className={styles['words']}>{t('practice.lead')}</p>
      <div className={styles['cards']}>
        <OpenCard />
        <JoinCard />
      </div>
    </div>
  );
}
