import type { Component } from '@muheng/contracts/common/component';
import { parseHa, parseKg } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx.js';
import { areaText, capacityText } from '../../../lib/format/area.js';
import { clockText } from '../../../lib/format/time.js';
import { judge } from '../../../ui/arithmetic/component-arithmetic.js';
import { CountyFirstArithmetic } from '../../../ui/arithmetic/county-first-arithmetic.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import type { RefusedListingModel } from '../model/refused-listing.js';
import styles from './refused-listing.module.css';

export interface RefusedListingViewProps {
  model: RefusedListingModel;
  /** Takes the proposal and judges again; absent for those who may only read. */
  onAdopt?: () => void;
  adopting?: boolean;
}

/** A quantity of a component as the rule states it: hectares, or kilograms. */
const exact = (component: Component, value: bigint): string =>
  component === 'capacity' ? capacityText(value as never) : areaText(value as never, 'ha');

/** "水田超出净余 3.5000 公顷，这次不能挂牌", and under it which components passed. */
function useHeadline(model: RefusedListingModel): { headline: string; passed: string; failed: string } {
  const { t, i18n } = useTranslation('listings');
  const { t: ui } = useTranslation('ui');
  const judged = model.arithmetic.map((row) => ({ component: row.component, excess: judge(row).excess }));
  const over = judged.filter((row) => row.excess > 0n);
  const names = (rows: typeof judged): string =>
    rows
      .map((row) => t(`refused.componentShort.${row.component}`))
      .join(i18n.language === 'en' ? ', ' : '和');
  const within = judged.filter((row) => row.excess <= 0n);
  const [first] = over;
  const headline = !first
    ? t('refused.headlineOther')
    : over.length > 1
      ? t('refused.headlineMany', { count: over.length })
      : t('refused.headline', {
          component: t(`refused.componentShort.${first.component}`),
          amount: exact(first.component, first.excess),
          unit: ui(first.component === 'capacity' ? 'unit.kg' : 'unit.ha'),
        });
  return {
    headline,
    passed: within.length > 0 ? t('refused.passed', { names: names(within) }) : '',
    failed: over.length > 0 ? t('refused.failed', { names: names(over) }) : '',
  };
}

function Ways({ model, onAdopt, adopting = false }: RefusedListingViewProps): ReactElement {
  const { t } = useTranslation('listings');
  return (
    <Card title={t('refused.waysTitle')}>
      {model.adopt ? (
        <div className={styles['adopt']}>
          <div>
            <h3>{model.adopt.title}</h3>
            {onAdopt ? (
              <Button look="primary" size="dense" disabled={adopting} onClick={onAdopt}>
                {t(adopting ? 'refused.adopting' : 'refused.adopt')}
              </Button>
            ) : null}
          </div>
          {model.adopt.effect ? <p>{model.adopt.effect}</p> : null}
        </div>
      ) : null}
      <ul className={styles['ways']}>
        {model.ways.map((way) => (
          <li key={way.key}>
            <span>{way.title}</span>
            {way.link ? <a href={way.link.href}>{way.link.text}</a> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Needs({ model }: { model: RefusedListingModel }): ReactElement {
  const { t } = useTranslation('listings');
  const refused = new Set(
    model.arithmetic.filter((row) => judge(row).excess > 0n).map((row) => row.component),
  );
  const ha = (wire: string): string => areaText(parseHa(wire), 'ha');
  const kg = (wire: string): string => capacityText(parseKg(wire));
  const total = model.needsTotal;
  const mark = (component: Component): string => cx(refused.has(component) && styles['binding']);
  return (
    <Card
      title={t('refused.needsTitle')}
      aside={t('refused.needsHint', { months: model.horizonMonths })}
      flush
    >
      {model.needs.length === 0 ? (
        <EmptyState title={t('refused.needsEmpty')} />
      ) : (
        <table className={styles['needs']}>
          <thead>
            <tr>
              <th scope="col">{t('refused.needsProject')}</th>
              <th scope="col">{t('refused.needsArea')}</th>
              <th scope="col">{t('refused.needsPaddy')}</th>
              <th scope="col">{t('refused.needsCapacity')}</th>
            </tr>
          </thead>
          <tbody>
            {model.needs.map((need) => (
              <tr key={need.id}>
                <th scope="row">{need.name}</th>
                <td>{ha(need.areaHa)}</td>
                <td>{ha(need.paddyHa)}</td>
                <td>{kg(need.capacityKg)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('refused.needsTotal')}</th>
              <td className={mark('area')}>{ha(total.areaHa)}</td>
              <td className={mark('paddy')}>{ha(total.paddyHa)}</td>
              <td className={mark('capacity')}>{kg(total.capacityKg)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      <p className={styles['foot']}>{t('refused.needsFoot')}</p>
    </Card>
  );
}

function Checks({ model }: { model: RefusedListingModel }): ReactElement {
  const { t } = useTranslation('listings');
  return (
    <Card title={t('refused.checksTitle')}>
      <ul className={styles['checks']}>
        {model.checks.map((check) => (
          <li key={check.key} className={check.met ? styles['met'] : styles['unmet']}>
            <span aria-hidden="true">{check.met ? '✓' : '✗'}</span>
            <div>
              <p className={styles['checkTitle']}>
                {check.title}
                <span className="visually-hidden">
                  ：{t(check.met ? 'refused.checkPassed' : 'refused.checkFailed')}
                </span>
              </p>
              <p className={styles['checkDetail']}>{check.detail}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** When and under which rules this was judged, and the print button: for the bar of the desk. */
export function RefusedListingActions({ model }: { model: RefusedListingModel }): ReactElement {
  const { t } = useTranslation('listings');
  return (
    <>
      <span>{t('refused.judgedAt', { at: clockText(model.judgedAt), version: model.policyVersion })}</span>
      <Button size="dense" onClick={() => window.print()}>
        {t('refused.print')}
      </Button>
    </>
  );
}

/** Refused by county-first: what and by how much, the arithmetic, the ways out, the evidence. */
export function RefusedListingView(props: RefusedListingViewProps): ReactElement {
  const { t } = useTranslation('listings');
  const { model } = props;
  const { headline, passed, failed } = useHeadline(model);
  const verdicts = [passed, failed].filter(Boolean).join(t('refused.comma'));
  return (
    <>
      <h2 className={styles['headline']}>{headline}</h2>
      <p className={styles['rule']}>
        {t('refused.rule')}
        {verdicts ? t('refused.verdicts', { verdicts }) : ''}
      </p>
      <CountyFirstArithmetic rows={model.arithmetic} />
      <div className={styles['cards']}>
        <Ways {...props} />
        <Needs model={model} />
        <Checks model={model} />
      </div>
    </>
  );
}
