import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.js';
import { Segmented } from '../../../ui/segmented.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { useAlerts } from '../api/oversight.js';
import { byDeadline } from '../model/alert-words.js';
import { AlertsList } from './alerts-list.js';

/** Every alert of the reader's scope. */
export function AlertsCard({ mayDecide }: { mayDecide: boolean }): ReactElement {
  const { t } = useTranslation('oversight');
  const [state, setState] = useState<'open' | 'decided' | 'all'>('open');
  const feed = useAlerts(state);
  const options = (['open', 'decided', 'all'] as const).map((value) => ({
    value,
    text: t(`alerts.states.${value}`),
  }));
  return (
    <Card
      flush
      title={t('alerts.title')}
      aside={<Segmented label={t('alerts.state')} value={state} options={options} onChange={setState} />}
    >
      <Loaded query={feed}>
        {(alerts) =>
          alerts.length === 0 ? (
            <EmptyState title={t('alerts.none')} hint={t('alerts.noneHint')} />
          ) : (
            <AlertsList alerts={byDeadline(alerts)} mayDecide={mayDecide} />
          )
        }
      </Loaded>
      <MoreButton feed={feed} text={t('alerts.more')} />
    </Card>
  );
}
