import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../../lib/call.js';
import { useCommand } from '../../../../lib/use-command.js';
import { Button } from '../../../../ui/button.js';
import { ToldBox } from '../../../../ui/form/told-box.js';
import type { Registration } from '../../api/trades.js';

const changed = [['registrations'], ['wallet'], ['payments']] as const;

/** Lets the wallet stand for a deposit that is still owed; where it does not reach, the server says by how much. */
export function CoverButton({ registration }: { registration: Registration }): ReactElement {
  const { t } = useTranslation('wallet');
  const cover = useCommand<Registration>(changed);
  const params = { id: registration.listingId };
  return (
    <>
      <Button
        size="dense"
        disabled={cover.busy}
        onClick={() => void cover.send(post('/listings/{id}/registrations/cover', { params, body: {} }))}
      >
        {t(cover.busy ? 'covering' : 'cover')}
      </Button>
      <ToldBox told={cover.told} />
    </>
  );
}
