import { parseCny, type SquareMetres, scaleHalfUp } from '@muheng/contracts/common/quantity';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { groupDigits, scaledText } from '../../../lib/format/digits.js';
import { yiText } from '../../../lib/format/money.js';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { useFormat } from '../../../lib/use-format.js';
import { Delta } from '../../../ui/delta.js';
import { Figure } from '../../../ui/figure.js';
import { type BalanceSummary, roundText } from '../model/balances.js';
import type { MarketHomeModel } from '../model/market-home.js';
import styles from './market-home.module.css';

interface KpiProps {
  label: string;
  value: string;
  unit: string;
  note: ReactNode;
}

function Kpi({ label, value, unit, note }: KpiProps): ReactElement {
  return (
    <div className={styles['kpi']}>
      <dt>{label}</dt>
      <dd>
        <Figure value={value} unit={unit} size="l" />
      </dd>
      <dd className={styles['kpiNote']}>{note}</dd>
    </div>
  );
}

/** Unit price in 分 per 亩 → 万元 with two decimals. */
const wanOfMu = (cnyPerMu: string): string =>
  groupDigits(scaledText(scaleHalfUp(parseCny(cnyPerMu), 1n, 10_000n), 2));

/** Four headline figures: what may be sold, what is short, what was traded, at what price. */
export function KpiRow({
  model,
  summary,
}: {
  model: MarketHomeModel;
  summary: BalanceSummary;
}): ReactElement {
  const { t } = useTranslation('market');
  const { t: ui } = useTranslation('ui');
  const { language } = usePreferences();
  const format = useFormat();
  const { component, totals } = model;
  const areaUnit = ui(`unit.${format.areaUnit}`);
  const unit = component === 'capacity' ? ui('unit.kg') : areaUnit;
  const names = summary.balanced.map((code) => regionName(code, language)).join('、');
  const shortNote =
    summary.balanced.length > 0 && summary.balanced.length <= 2 ? 'kpi.shortageBalanced' : 'kpi.shortageNote';
  return (
    <dl className={styles['kpis']}>
      <Kpi
        label={t('kpi.surplus')}
        value={roundText(component, summary.surplus as SquareMetres, format.areaUnit)}
        unit={unit}
        note={t('kpi.surplusNote', { count: summary.surplusCounties })}
      />
      <Kpi
        label={t('kpi.shortage')}
        value={roundText(component, summary.shortage as SquareMetres, format.areaUnit)}
        unit={unit}
        note={t(shortNote, { count: summary.shortageCounties, names })}
      />
      <Kpi
        label={t('kpi.traded')}
        value={format.areaBrief(totals.tradedAreaHa)}
        unit={areaUnit}
        note={t('kpi.tradedNote', {
          count: totals.tradedCount,
          amount: yiText(parseCny(totals.turnoverCny)),
        })}
      />
      <Kpi
        label={t('kpi.price')}
        value={totals.meanPriceCnyPerMu === null ? '—' : wanOfMu(totals.meanPriceCnyPerMu)}
        unit={ui('unit.wanPerMu')}
        note={
          totals.meanPriceCnyPerMu === null ? (
            t('kpi.priceNone')
          ) : totals.meanChangePermille === null ? null : (
            <>
              <Delta permille={BigInt(totals.meanChangePermille)} /> {t('kpi.priceNote')}
            </>
          )
        }
      />
    </dl>
  );
}
