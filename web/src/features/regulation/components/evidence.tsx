import type { ReactElement, ReactNode } from 'react';
import styles from './regulation.module.css';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function shown(value: unknown): ReactNode {
  if (isRecord(value)) return <Evidence facts={value} />;
  if (Array.isArray(value)) {
    return value.every((each) => !isRecord(each) && !Array.isArray(each))
      ? value.map(String).join('、')
      : value.map((each, index) => <div key={index}>{shown(each)}</div>);
  }
  return String(value ?? '—');
}

/** What a detector found, name by name, as it was attached: the file keeps the words of the rule. */
export function Evidence({ facts }: { facts: Record<string, unknown> }): ReactElement {
  return (
    <dl className={styles['pairs']}>
      {Object.entries(facts).flatMap(([name, value]) => [
        <dt key={`${name}.name`}>{name}</dt>,
        <dd key={`${name}.value`}>{shown(value)}</dd>,
      ])}
    </dl>
  );
}
