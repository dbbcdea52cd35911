import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { AskCode } from '../../features/verification/components/ask-code.js';
import { PublicPage } from './public-page.js';

/** Asks for a code and goes to its page. */
export function VerifyPage(): ReactElement {
  const navigate = useNavigate();
  return (
    <PublicPage current="verify">
      <AskCode onCode={(code) => void navigate({ href: `/verify/${code}` })} />
    </PublicPage>
  );
}
