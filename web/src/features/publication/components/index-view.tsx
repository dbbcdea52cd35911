import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.js';
import styles from './publication.module.css';

/** Everything that the market publishes, each with an address that stays. */
const places = [
  ['notices', '/listings'],
  ['results', '/results'],
  ['suspensions', '/public/suspensions'],
  ['balances', '/public/balances'],
  ['prices', '/public/prices'],
  ['lotOrders', '/lot-orders'],
  ['auditLog', '/public/audit-log'],
] as const;
const files = [
  ['csv', '/api/v1/changes/export?format=csv'],
  ['xlsx', '/api/v1/changes/export?format=xlsx'],
  ['feed', '/api/v1/changes'],
] as const;

/** 信息公示: where each published thing stands. */
export function IndexView(): ReactElement {
  const { t } = useTranslation('publication');
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <div>
          <h1>{t('index.title')}</h1>
          <p className={styles['lead']}>{t('index.lead')}</p>
        </div>
      </header>
      <ul className={styles['places']}>
        {places.map(([key, href]) => (
          <li key={key}>
            <a href={href}>{t(`index.places.${key}.title`)}</a>
            <span>{t(`index.places.${key}.what`)}</span>
          </li>
        ))}
      </ul>
      <Card title={t('index.data')}>
        <p className={styles['lead']}>{t('index.dataLead')}</p>
        <ul className={styles['files']}>
          {files.map(([key, href]) => (
            <li key={key}>
              <a href={href}>{t(`index.files.${key}`)}</a>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
