import { parseCny, scaleHalfUp } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { groupDigits, scaledText } from '../../../lib/format/digits.js';
import { shareOf } from '../../../lib/geometry.js';
import { usePreferences } from '../../../lib/preferences.js';
import { prefectureOf, regionName } from '../../../lib/regions.js';
import { useFormat } from '../../../lib/use-format.js';
import { Beam } from '../../../ui/beam.js';
import { Sparkline } from '../../../ui/sparkline.js';
import { quantityOf, roundText } from '../model/balances.js';
import type { CountyBalance, CountyDetail, MarketHomeModel } from '../model/market-home.js';
import styles from './county-card.module.css';

function Balance({ balance, model }: { balance: CountyBalance; model: MarketHomeModel }): ReactElement {
  const { t } = useTranslation('market');
  const { t: ui } = useTranslation('ui');
  const { language } = usePreferences();
  const { areaUnit } = useFormat();
  const { component } = model;
  const unit = component === 'capacity' ? ui('unit.kg') : ui(`unit.${areaUnit}`);
  const read = (wire: string): bigint => quantityOf(component, wire);
  const text = (value: bigint): string => roundText(component, value, areaUnit);
  const [available, need, reserve] = [read(balance.available), read(balance.need), read(balance.reserve)];
  const margin = balance.margin === null ? 0n : read(balance.margin);
  const whole = available > need + reserve ? available : need + reserve;
  const surplus = margin > 0n ? margin : 0n;
  const words = { available: text(available), need: text(need), reserve: text(reserve) };
  return (
    <div className={styles['balance']}>
      <p>
        {t('county.formula', words)}
        <b>
          {t(margin < 0n ? 'county.short' : 'county.net', {
            net: text(margin < 0n ? -margin : margin),
            unit,
          })}
        </b>
      </p>
      <Beam
        label={t('county.beam', { name: regionName(balance.code, language), ...words })}
        tick={shareOf(margin < 0n ? available : surplus, whole)}
        segments={[
          { key: 'surplus', tone: 'surplusDeep', share: shareOf(surplus, whole) },
          { key: 'need', tone: 'need', share: shareOf(need, whole) },
          { key: 'reserve', tone: 'reserve', share: shareOf(reserve, whole) },
        ]}
      />
    </div>
  );
}

function Prices({ detail }: { detail: CountyDetail }): ReactElement {
  const { t } = useTranslation('market');
  const prices = detail.weeklyPricesCny.map((price) => parseCny(price));
  const last = prices[prices.length - 1];
  if (last === undefined) return <p className={styles['quiet']}>{t('county.noPrices')}</p>;
  const text = groupDigits(scaledText(scaleHalfUp(last, 1n, 10_000n), 2));
  return (
    <div className={styles['prices']}>
      <p>
        {t('county.weeks', { what: t(`county.${detail.priceKind}`) })} <b>{text}</b>
      </p>
      <Sparkline values={prices} label={t('county.weeksLabel', { price: text })} />
    </div>
  );
}

function Flows({ detail }: { detail: CountyDetail }): ReactElement {
  const { t } = useTranslation('market');
  const { t: ui } = useTranslation('ui');
  const { language } = usePreferences();
  const format = useFormat();
  return (
    <div className={styles['flows']}>
      <p className={styles['quiet']}>{t(detail.flows.length === 0 ? 'county.noFlows' : 'county.flows')}</p>
      {detail.flows.slice(0, 2).map((flow) => (
        <p key={flow.code}>
          {regionName(flow.code, language)} {format.areaRound(flow.areaHa)} {ui(`unit.${format.areaUnit}`)}
        </p>
      ))}
    </div>
  );
}

/** The chosen county: its beam, its prices, where its quota went. */
export function CountyCard({ model }: { model: MarketHomeModel }): ReactElement {
  const { t } = useTranslation('market');
  const { language } = usePreferences();
  const balance = model.balances.find((one) => one.code === model.selected);
  if (!balance) {
    return (
      <div className={styles['card']}>
        <p className={styles['quiet']}>{t('county.choose')}</p>
      </div>
    );
  }
  const detail = model.detail?.code === balance.code ? model.detail : null;
  return (
    <section className={styles['card']} aria-live="polite">
      <div className={styles['name']}>
        <h2>{regionName(balance.code, language)}</h2>
        <p>
          {regionName(prefectureOf(balance.code), language)} · {balance.code}
        </p>
      </div>
      <Balance balance={balance} model={model} />
      {detail ? <Prices detail={detail} /> : null}
      {detail ? <Flows detail={detail} /> : null}
    </section>
  );
}
