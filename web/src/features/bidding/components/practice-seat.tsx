import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Form } from '../../../ui/form/form.js';
import { TextField } from '../../../ui/form/inputs.js';
import {
  keepSeatSecret,
  type PracticeRoomWire,
  practiceRoomQuery,
  seatHeaders,
  seatSecretOf,
} from '../api/practice.js';
import { newSeatSecret } from './practice-lobby.js';

/** A name, and one is in: there is nothing else to ask. */
export function TakeSeat({ room }: { room: PracticeRoomWire }): ReactElement {
  const { t } = useTranslation('bidding');
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const [secret] = useState(() => seatSecretOf(room.code) ?? newSeatSecret());
  const join = useCommand<PracticeRoomWire>();
  const submit = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === '') return;
    const call = post('/practice/rooms/{code}/players', {
      params: { code: room.code },
      body: { name: name.trim() },
    });
    const seen = await join.send({ ...call, headers: seatHeaders(secret) });
    if (!seen) return;
    keepSeatSecret(room.code, secret);
    client.setQueryData(practiceRoomQuery(room.code).queryKey, { room: seen, seenAt: performance.now() });
  };
  return (
    <Form
      onSubmit={() => void submit()}
      told={join.told}
      actions={
        <Button look="primary" type="submit" disabled={join.busy}>
          {t('practice.takeSeat')}
        </Button>
      }
    >
      <TextField
        wide
        name="player"
        label={t('practice.name')}
        maxLength={16}
        autoComplete="off"
        value={name}
        onChange={setName}
        error={tried && name.trim() === '' ? t('practice.nameMissing') : undefined}
      />
    </Form>
  );
}
