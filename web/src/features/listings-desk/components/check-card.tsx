import { components, parseQuantities, type QuantitiesWire } from '@muheng/contracts/common/component';
import type { CapacityUnits, SquareMetres } from '@muheng/contracts/common/quantity';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areaText, capacityText } from '../../../lib/format/area.js';
import { clockText } from '../../../lib/format/time.js';
import { usePreferences } from '../../../lib/preferences.js';
import type { ComponentArithmetic } from '../../../ui/arithmetic/component-arithmetic.js';
import { CountyFirstArithmetic } from '../../../ui/arithmetic/county-first-arithmetic.js';
import { Card } from '../../../ui/card.js';
import { LedgerBar, type LedgerPart } from '../../../ui/ledger-bar.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { Skeleton } from '../../../ui/states/skeleton.js';
import { type Arithmetic, type Check, type CheckInput, checkQuery } from '../api/listings.js';
import { fieldOf } from '../model/listing-draft.js';
import styles from './desk.module.css';

/** The arithmetic of an answer, component by component, as the shared component draws it. */
export const rowsOf = (arithmetic: Arithmetic): ComponentArithmetic[] =>
  components.map((component) => {
    const field = fieldOf[component];
    return {
      component,
      available: arithmetic.available[field],
      need: arithmetic.need[field],
      reserve: arithmetic.reserve[field],
      margin: arithmetic.margin[field],
      requested: arithmetic.asked[field],
    };
  });

/** A value that follows its source after a pause, so that each keystroke is not a question to the server. */
function useSettled<T>(value: T, pauseMs = 350): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(JSON.parse(text) as T), pauseMs);
    return () => window.clearTimeout(timer);
  }, [text, pauseMs]);
  return settled;
}

const textOf = (component: 'area' | 'paddy' | 'capacity', value: bigint): string =>
  component === 'capacity' ? capacityText(value as CapacityUnits) : areaText(value as SquareMetres, 'ha');

function Bars({ arithmetic }: { arithmetic: Arithmetic }): ReactElement {
  const { t } = useTranslation('desk');
  const { t: ui } = useTranslation('ui');
  const asked = parseQuantities(arithmetic.asked);
  const need = parseQuantities(arithmetic.need);
  const reserve = parseQuantities(arithmetic.reserve);
  const surplus = parseQuantities(arithmetic.surplus);
  return (
    <div className={styles['bars']}>
      {components
        .filter((component) => asked[component] > 0n)
        .map((component) => {
          const left = surplus[component] > asked[component] ? surplus[component] - asked[component] : 0n;
          const kept = need[component] + reserve[component];
          const parts: LedgerPart[] = [
            { key: 'requested', amount: asked[component], text: textOf(component, asked[component]) },
            { key: 'need', amount: kept, text: textOf(component, kept) },
            { key: 'surplus', amount: left, text: textOf(component, left) },
          ];
          const name = ui(`component.${component}`);
          const words = {
            component: name,
            asked: textOf(component, asked[component]),
            kept: textOf(component, kept),
            left: textOf(component, left),
          };
          return (
            <div key={component} className={styles['bar']}>
              <b>{name}</b>
              <LedgerBar parts={parts} label={t('check.requestLabel', words)} />
            </div>
          );
        })}
    </div>
  );
}

export const quantitiesText = (
  wire: QuantitiesWire,
  kgUnit: string,
  haUnit: string,
  paddyWord: string,
): string => {
  const { area, paddy, capacity } = parseQuantities(wire);
  return [
    area > 0n ? `${areaText(area, 'ha')} ${haUnit}` : null,
    paddy > 0n ? `${paddyWord} ${areaText(paddy, 'ha')} ${haUnit}` : null,
    capacity > 0n ? `${capacityText(capacity)} ${kgUnit}` : null,
  ]
    .filter(Boolean)
    .join(' · ');
};

function Verdict({ check }: { check: Check }): ReactElement {
  const { t } = useTranslation('desk');
  const { t: ui } = useTranslation('ui');
  const { language } = usePreferences();
  const { arithmetic, refusal } = check;
  if (!refusal) {
    return (
      <p className={styles['fits']}>
        <span aria-hidden="true">✓ </span>
        {t('check.fits')}
      </p>
    );
  }
  const largest = quantitiesText(arithmetic.largest, ui('unit.kg'), ui('unit.ha'), ui('component.paddy'));
  return (
    <div className={styles['over']} role="alert">
      <p>
        <b>
          <span aria-hidden="true">✗ </span>
          {t('check.refused')}
        </b>
      </p>
      <p>{language === 'en' ? refusal.messageEn : refusal.message}</p>
      {largest === '' ? null : <p>{t('check.largest', { text: largest })}</p>}
    </div>
  );
}

/** County-first as somebody types: the beams, the verdict, and the arithmetic behind them (domain §8). */
export function CheckCard({ input }: { input: CheckInput | null }): ReactElement {
  const { t } = useTranslation('desk');
  const query = useQuery(checkQuery(useSettled(input)));
  const stamp = query.data
    ? t('check.rule', {
        version: query.data.arithmetic.policy.version,
        at: clockText(query.data.arithmetic.at),
      })
    : undefined;
  return (
    <Card
      title={t('check.title')}
      aside={query.isFetching ? t('check.waiting') : stamp}
      className={styles['check']}
    >
      {input === null ? (
        <p className={styles['hint']}>{t('check.idle')}</p>
      ) : (
        <Loaded query={query} skeleton={<Skeleton height="7rem" />}>
          {(check) => (
            <>
              <Bars arithmetic={check.arithmetic} />
              <Verdict check={check} />
              <details className={styles['details']} open={!check.certifiable}>
                <summary>{t('check.details')}</summary>
                <CountyFirstArithmetic narrow rows={rowsOf(check.arithmetic)} />
              </details>
            </>
          )}
        </Loaded>
      )}
    </Card>
  );
}
