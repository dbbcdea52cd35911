import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.js';
import { Segmented } from '../../../ui/segmented.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import styles from './regulation.module.css';
import type { State } from '../api/regulation.js';

interface StateCardProps<Row> {
  title: string;
  state: State;
  onState: (state: State) => void;
  feed: UseInfiniteQueryResult<Row[]>;
  none: string;
  noneHint: string;
  lead?: ReactNode;
  action?: ReactNode;
  children: (rows: Row[]) => ReactNode;
}

/** A feed of matters that are open or done, with its empty, loading and refused states. */
export function StateCard<Row>(props: StateCardProps<Row>): ReactElement {
  const { title, state, onState, feed, none, noneHint, lead, action, children } = props;
  const { t } = useTranslation('regulation');
  const options = (['open', 'decided', 'all'] as const).map((value) => ({
    value,
    text: t(`states.${value}`),
  }));
  return (
    <Card
      flush
      title={title}
      aside={
        <span className={styles['buttons']}>
          <Segmented label={t('state')} value={state} options={options} onChange={onState} />
          {action}
        </span>
      }
    >
      {lead}
      <Loaded query={feed}>
        {(rows) => (rows.length === 0 ? <EmptyState title={none} hint={noneHint} /> : children(rows))}
      </Loaded>
      <MoreButton feed={feed} text={t('more')} />
    </Card>
  );
}
