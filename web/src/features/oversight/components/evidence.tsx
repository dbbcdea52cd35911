import { problemTerms } from '@muheng/contracts/common/problem-terms';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { groupDigits } from '../../../lib/format/digits.js';
import { fullStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { usePreferences } from '../../../lib/preferences.js';
import type { Alert } from '../api/oversight.js';
import { isFactName, isHidden, isInstant, isSignalName, unitOf } from '../model/facts.js';
import styles from './oversight.module.css';

type Facts = Record<string, unknown>;

const isRecord = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The names of the parties that a case speaks of by their ids. */
function useNames(evidence: Facts): ReadonlyMap<string, string> {
  const nameOf = useNameOf();
  const parties = Array.isArray(evidence['parties']) ? evidence['parties'].filter(isRecord) : [];
  return new Map(
    parties.map(({ id, nameZh, nameEn }) => [
      String(id),
      nameOf({ nameZh: String(nameZh), nameEn: String(nameEn) }),
    ]),
  );
}

function useWords(names: ReadonlyMap<string, string>) {
  const { t } = useTranslation('oversight');
  const { t: ui } = useTranslation('ui');
  const { language } = usePreferences();
  const label = (name: string): string => {
    if (isSignalName(name)) return t(`signal.${name}`);
    return isFactName(name) ? t(`fact.${name}`) : name;
  };
  const word = (name: string, value: unknown): string => {
    const text = String(value ?? '—');
    const unit = unitOf(name);
    if (unit !== null && /^-?\d+(\.\d+)?$/.test(text)) return `${groupDigits(text)} ${ui(`unit.${unit}`)}`;
    if (isInstant(text)) return fullStamp(text);
    if (text === 'SFQ' || text === 'LSQ') return t(`quota.${text}`);
    if (typeof value === 'number' && !Number.isInteger(value)) return value.toFixed(1);
    return problemTerms[name]?.[text]?.[language] ?? names.get(text) ?? text;
  };
  return { label, word };
}

function Pairs({ facts, names }: { facts: Facts; names: ReadonlyMap<string, string> }): ReactElement {
  const { label, word } = useWords(names);
  const shown = (name: string, value: unknown): ReactNode => {
    if (isRecord(value)) return <Pairs facts={value} names={names} />;
    if (!Array.isArray(value)) return word(name, value);
    return value.some(isRecord)
      ? value.map((each, index) => <div key={index}>{shown(name, each)}</div>)
      : value.map((each) => word(name, each)).join('、');
  };
  return (
    <dl className={styles['pairs']}>
      {Object.entries(facts)
        .filter(([name]) => !isHidden(name))
        .flatMap(([name, value]) => [
          <dt key={`${name}.name`}>{label(name)}</dt>,
          <dd key={`${name}.value`}>{shown(name, value)}</dd>,
        ])}
    </dl>
  );
}

/** What a detector found, in words; a name that nobody has a word for stands as it was attached. */
export function Evidence({ alert }: { alert: Pick<Alert, 'evidence'> }): ReactElement {
  return <Pairs facts={alert.evidence} names={useNames(alert.evidence)} />;
}
