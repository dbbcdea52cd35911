import type { verification } from '@muheng/contracts/settlement';
import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type Verification = Wire<typeof verification>;

/** What anyone who holds the code may see of a certificate. */
export const verificationQuery = (code: string) =>
  queryOptions({
    queryKey: ['verify', code],
    queryFn: ({ signal }) => apiGet(get('/verify/{code}', { params: { code } }), signal),
    // The paper follows the certificate by moments; look again until its digest is known.
    refetchInterval: ({ state }) => (state.data && state.data.pdfSha256 === null ? 2_000 : false),
    retry: false,
  });
