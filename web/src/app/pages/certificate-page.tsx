import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { verificationQuery } from '../../features/verification/api/verification.js';
import { VerificationView } from '../../features/verification/components/verification-view.js';
import { verificationOf } from '../../features/verification/model/verification-from-wire.js';
import { Loaded } from '../../ui/states/loaded.js';
import { SkeletonPage } from '../../ui/states/skeleton.js';
import { PublicPage } from './public-page.js';

/** Public proof of one certificate, found by its code. */
export function CertificatePage(): ReactElement {
  const { code } = useParams({ from: '/verify/$code' });
  const query = useQuery(verificationQuery(code));
  return (
    <PublicPage current="verify">
      <Loaded
        query={query}
        skeleton={
          <SkeletonPage
            columns="minmax(0, 600px) minmax(0, 588px)"
            sheets={[['12rem', '20rem'], ['46rem']]}
          />
        }
      >
        {(found) => <VerificationView model={verificationOf(found, window.location.origin)} />}
      </Loaded>
    </PublicPage>
  );
}
