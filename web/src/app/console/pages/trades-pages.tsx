import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { tradeQuery } from '../../../features/trades/api/trades.js';
import { TradePassport } from '../../../features/trades/components/trade-passport.js';
import { TradesTable } from '../../../features/trades/components/trades-table.js';
import { tradeTone } from '../../../features/trades/model/tones.js';
import { may } from '../../../lib/may.js';
import { Button } from '../../../ui/button.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { SkeletonPage } from '../../../ui/states/skeleton.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { useDemoMarket } from '../demo-market.js';
import { DeskPage } from '../desk-page.js';
import { useDeskSession } from '../desk-session.js';
import { placesOf } from '../places.js';

/** 成交与结算: the trades of a unit, or of all in a supervisor's scope. */
export function TradesPage(): ReactElement {
  const { t } = useTranslation('console');
  const { party } = useDeskSession();
  return (
    <DeskPage place="trades" title={t('title.trades')}>
      <TradesTable party={party.code} />
    </DeskPage>
  );
}

/** 交易护照 of one trade. */
export function TradePage(): ReactElement {
  const { t } = useTranslation('console');
  const { t: words } = useTranslation('trades');
  const session = useDeskSession();
  const demo = useDemoMarket();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(tradeQuery(id));
  const trade = query.data;
  const list = placesOf(session).find((place) => place.key === 'trades')?.href ?? '/';
  return (
    <DeskPage
      place="trades"
      path={{ text: t('rail.trades'), href: list }}
      title={trade ? `${trade.number} ${trade.listingTitle}` : t('title.trade')}
      chip={
        trade ? (
          <StatusChip tone={tradeTone(trade.status)}>{words(`status.${trade.status}`)}</StatusChip>
        ) : null
      }
      actions={
        <Button size="dense" onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      <Loaded
        query={query}
        skeleton={
          <SkeletonPage
            columns="minmax(0, 1fr) minmax(0, 1fr)"
            sheets={[
              ['9rem', '14rem'],
              ['16rem', '9rem'],
            ]}
          />
        }
      >
        {(one) => (
          <TradePassport
            trade={one}
            party={session.party.code}
            demo={demo}
            maySign={may(session, 'post /trades/{id}/signatures')}
            mayPay={may(session, 'post /trades/{id}/payments')}
          />
        )}
      </Loaded>
    </DeskPage>
  );
}
