import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.js';
import { PriorityProof } from '../../../ui/priority-proof.js';
import type { Trade } from '../api/trades.js';

/** 本县域优先证明 of a trade, for its parties and those who watch. */
export function PriorityCard({ priority }: { priority: NonNullable<Trade['priority']> }): ReactElement {
  const { t } = useTranslation('ui');
  const { content, number, digest } = priority;
  const tiers = content.tiers.map(({ eligible, ...tier }) => ({
    ...tier,
    eligible: eligible.length,
    declined: eligible.filter(({ answer }) => answer === 'declined').length,
  }));
  return (
    <Card title={t('priority.title')}>
      <PriorityProof proof={{ ...content, number, digest, tiers }} />
    </Card>
  );
}
