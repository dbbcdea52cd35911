import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../../lib/names.js';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { TextField } from '../../../ui/form/inputs.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type QuotaRequest, requestsQuery } from '../api/plans.js';
import { textOf, unitsOf, wan } from '../model/figures.js';
import styles from './planner.module.css';

const tones = { open: 'wait', accepted: 'down', declined: 'up', withdrawn: 'neutral' } as const;

function Answer({ request }: { request: QuotaRequest }): ReactElement {
  const { t } = useTranslation('planner');
  const answer = useCommand<QuotaRequest>([requestsQuery.queryKey]);
  const [reason, setReason] = useState('');
  const send = (decision: 'accepted' | 'declined'): void => {
    const said = reason.trim() === '' ? {} : { reason: reason.trim() };
    void answer.send(
      post('/quota-requests/{id}/answer', { params: { id: request.id }, body: { decision, ...said } }),
    );
  };
  return (
    <>
      <div className={styles['answer']}>
        <TextField label={t('requests.reason')} value={reason} onChange={setReason} maxLength={500} />
        <Button look="primary" disabled={answer.busy} onClick={() => send('accepted')}>
          {t('requests.accept')}
        </Button>
        <Button disabled={answer.busy} onClick={() => send('declined')}>
          {t('requests.decline')}
        </Button>
      </div>
      <ToldBox told={answer.told} />
    </>
  );
}

function Request({ request, mayAnswer }: { request: QuotaRequest; mayAnswer: boolean }): ReactElement {
  const { t } = useTranslation('planner');
  const nameOf = useNameOf();
  const amounts = (['area', 'paddy', 'capacity'] as const)
    .filter((each) => unitsOf(each, request.quantities) > 0n)
    .map((each) => textOf(each, unitsOf(each, request.quantities)))
    .join(' · ');
  return (
    <li className={styles['act']}>
      <div className={styles['planHead']}>
        <strong>
          {t(`requests.${request.mine ? 'from' : 'to'}`, {
            party: nameOf(request.mine ? request.buyer : request.owner),
          })}
        </strong>
        <StatusChip tone={tones[request.state]}>{t(`requests.state.${request.state}`)}</StatusChip>
      </div>
      <p className={styles['quiet']}>
        {t(`requests.${request.kind}`, { lot: request.lotNumber, amounts, price: wan(request.priceCny) })}
      </p>
      {request.reason === null ? null : <p className={styles['reason']}>{request.reason}</p>}
      {request.listingId === null ? null : (
        <a href={request.mine ? `/seller/listings/${request.listingId}` : `/listings/${request.listingId}`}>
          {t('requests.listing')}
        </a>
      )}
      {request.mine && request.state === 'open' && mayAnswer ? <Answer request={request} /> : null}
    </li>
  );
}

/** Buyers who ask for quota that is not listed, and what was asked of others; nothing where there is none. */
export function RequestsCard({ mayAnswer }: { mayAnswer: boolean }): ReactElement | null {
  const { t } = useTranslation('planner');
  const { data } = useQuery(requestsQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={t('requests.title')}>
      <ul className={styles['acts']}>
        {data.items.map((request) => (
          <Request key={request.id} request={request} mayAnswer={mayAnswer} />
        ))}
      </ul>
    </Card>
  );
}
