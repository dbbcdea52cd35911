import { parseCny } from '@muheng/contracts/common/quantity';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { wanText } from '../../../lib/format/money.js';
import { Card } from '../../../ui/card.js';
import { DataList } from '../../../ui/data-list.js';
import { Figure } from '../../../ui/figure.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { moneyQuery } from '../api/trades.js';

/** A unit's money with the market, in all. */
export function MoneyCard({ party }: { party: string }): ReactElement {
  const { t } = useTranslation('trades');
  const { t: ui } = useTranslation('ui');
  const query = useQuery(moneyQuery(party));
  return (
    <Card title={t('money.title')} aside={ui('unit.wan')}>
      <Loaded query={query}>
        {(money) => {
          const row = (key: 'paid' | 'held' | 'refunded' | 'received' | 'forfeited', cny: string) => ({
            key,
            label: t(`money.${key}`),
            value: <Figure value={wanText(parseCny(cny))} size="dense" />,
          });
          return (
            <DataList
              rows={[
                row('paid', money.paidCny),
                row('held', money.depositHeldCny),
                row('refunded', money.refundedCny),
                row('received', money.receivedCny),
                row('forfeited', money.forfeitedCny),
              ]}
            />
          );
        }}
      </Loaded>
    </Card>
  );
}
