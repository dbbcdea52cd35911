import type { CapacityUnits, SquareMetres } from '@muheng/contracts/common/quantity';
import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../lib/cx.js';
import { type AreaUnit, areaText, capacityText } from '../../lib/format/area.js';
import { percent, shareOf } from '../../lib/geometry.js';
import { Figure } from '../figure.js';
import styles from './arithmetic.module.css';
import { type ComponentArithmetic, type Judged, judge } from './component-arithmetic.js';

interface CountyFirstProps {
  rows: ComponentArithmetic[];
  /** The rule is stated and checked in hectares; a page may show 亩. */
  areaUnit?: AreaUnit;
  /** For a column of a page: the terms flow instead of standing in the columns of the whole width. */
  narrow?: boolean;
}

interface Worded {
  row: ComponentArithmetic;
  judged: Judged;
  text: (value: bigint) => string;
  unit: string;
}

function Beams({ row, judged, text }: Worded): ReactElement {
  const { t } = useTranslation('ui');
  const { available, need, reserve, surplus, requested, excess } = judged;
  const whole = [available, requested, need + reserve].reduce((most, value) => (value > most ? value : most));
  const within = excess > 0n ? surplus : requested;
  const label = t('arithmetic.beamLabel', {
    component: t(`component.${row.component}`),
    available: text(available),
    surplus: text(surplus),
    need: text(need),
    reserve: text(reserve),
    requested: text(requested),
  });
  const width = (value: bigint): { width: string } => ({ width: percent(shareOf(value, whole)) });
  return (
    <div className={styles['beams']} role="img" aria-label={label}>
      <div className={styles['upper']}>
        <span className={styles['surplus']} style={width(surplus)} />
        <span className={styles['need']} style={width(need)} />
        <span className={styles['reserve']} style={width(reserve)} />
      </div>
      <div className={styles['lower']}>
        <span className={styles['within']} style={width(within)} />
        {excess > 0n ? <span className={styles['excess']} style={width(excess)} /> : null}
      </div>
      <span className={styles['tick']} style={{ left: percent(shareOf(surplus, whole)) }} />
    </div>
  );
}

function Verdict({ judged, text, unit }: Worded): ReactElement {
  const { t } = useTranslation('ui');
  const { excess, surplus, times } = judged;
  if (excess > 0n) {
    return (
      <div className={styles['verdict']}>
        <p className={styles['no']}>
          <span aria-hidden="true">✗ </span>
          {t('arithmetic.over', { amount: text(excess), unit })}
        </p>
        {surplus === 0n ? (
          <p>{t('arithmetic.noSurplus')}</p>
        ) : times === null ? null : (
          <p>{t('arithmetic.times', { times: times.toString() })}</p>
        )}
      </div>
    );
  }
  return (
    <div className={styles['verdict']}>
      <p className={styles['yes']}>
        <span aria-hidden="true">✓ </span>
        {t('arithmetic.fits')}
      </p>
      <p>{t('arithmetic.left', { amount: text(-excess), unit })}</p>
    </div>
  );
}

/** A figure with more characters than this would reach into the next term. */
const roomy = 11;

function Row(worded: Worded): ReactElement {
  const { row, judged, text, unit } = worded;
  const { t } = useTranslation('ui');
  const refused = judged.excess > 0n;
  const verdict = refused
    ? t('arithmetic.over', { amount: text(judged.excess), unit })
    : t('arithmetic.fits');
  const terms = [
    { key: 'available', value: judged.available, sign: '' },
    { key: 'need', value: judged.need, sign: '−' },
    { key: 'reserve', value: judged.reserve, sign: '−' },
    { key: 'surplus', value: judged.surplus, sign: '=' },
    { key: 'requested', value: judged.requested, sign: refused ? '<' : '⩾' },
  ] as const;
  return (
    <section
      className={cx(styles['row'], refused && styles['refused'])}
      aria-label={`${t(`component.${row.component}`)} ${verdict}`}
    >
      <div className={styles['sum']}>
        <div className={styles['component']}>
          <h2>{t(`component.${row.component}`)}</h2>
          <p>{unit}</p>
        </div>
        {terms.map((term) => (
          <Fragment key={term.key}>
            {term.sign === '' ? null : (
              <span className={cx(styles['sign'], refused && term.key === 'requested' && styles['signNo'])}>
                {term.sign}
              </span>
            )}
            <div className={cx(styles['term'], styles[term.key])}>
              <p>{t(`arithmetic.${term.key}`)}</p>
              <Figure
                value={text(term.value)}
                size={text(term.value).length > roomy ? 's' : 'm'}
                tone={refused && term.key === 'requested' ? 'up' : 'ink'}
              />
            </div>
          </Fragment>
        ))}
        <Verdict {...worded} />
      </div>
      <Beams {...worded} />
    </section>
  );
}

/** available − need − reserve = surplus, against the request, component by component (domain §8). */
export function CountyFirstArithmetic({
  rows,
  areaUnit = 'ha',
  narrow = false,
}: CountyFirstProps): ReactElement {
  const { t } = useTranslation('ui');
  const judged = rows.map((row) => ({ row, judged: judge(row) }));
  // What was refused comes first; within each half the rulebook's order stays.
  const ordered = [
    ...judged.filter((one) => one.judged.excess > 0n),
    ...judged.filter((one) => one.judged.excess <= 0n),
  ];
  return (
    <div className={cx(styles['box'], narrow && styles['narrow'])}>
      <ul className={styles['legend']}>
        {(['surplus', 'need', 'reserve', 'requested'] as const).map((key) => (
          <li key={key}>
            <i className={styles[`key-${key}`]} aria-hidden="true" /> {t(`arithmetic.${key}`)}
          </li>
        ))}
        <li>
          <i className={styles['key-line']} aria-hidden="true" /> {t('arithmetic.line')}
        </li>
      </ul>
      {ordered.map((one) => (
        <Row
          key={one.row.component}
          {...one}
          unit={t(one.row.component === 'capacity' ? 'unit.kg' : `unit.${areaUnit}`)}
          text={(value) =>
            one.row.component === 'capacity'
              ? capacityText(value as CapacityUnits)
              : areaText(value as SquareMetres, areaUnit)
          }
        />
      ))}
    </div>
  );
}
