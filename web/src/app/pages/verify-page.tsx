import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { AskCode } from '../../features/verification/components/ask-code.js';
import { PublicShell, SignInLink } from '../../ui/shell/public-shell.js';
import { publicPlaces } from '../places.js';

/** Asks for a code and goes to its page. */
export function VerifyPage(): ReactElement {
  const navigate = useNavigate();
  return (
    <PublicShell current="verify" places={publicPlaces} account={<SignInLink href="/login" />}>
      <AskCode onCode={(code) => void navigate({ href: `/verify/${code}` })} />
    </PublicShell>
  );
}
