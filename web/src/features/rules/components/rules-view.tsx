import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { type PolicyInForce, policyQuery } from '../api/policy.js';
import { chapters, numbersOf } from '../model/chapters.js';
import styles from './rules.module.css';

/** 规则与指南: how the market works, with the numbers of the policy in force and never those of a brochure. */
export function RulesView(): ReactElement {
  const { t } = useTranslation('rules');
  const query = useQuery(policyQuery);
  return (
    <div className={styles['page']}>
      <header>
        <h1>{t('title')}</h1>
        <p className={styles['lead']}>{t('lead')}</p>
      </header>
      <Loaded query={query}>{(policy) => <Guide policy={policy} />}</Loaded>
    </div>
  );
}

function Guide({ policy }: { policy: PolicyInForce }): ReactElement {
  const { t } = useTranslation('rules');
  const numbers = numbersOf(policy.values);
  return (
    <div className={styles['guide']}>
      <nav className={styles['contents']} aria-label={t('contents')}>
        <ol>
          {chapters.map((chapter) => (
            <li key={chapter}>
              <a href={`#${chapter}`}>{t(`chapters.${chapter}.title`)}</a>
            </li>
          ))}
          <li>
            <a href="#words">{t('words')}</a>
          </li>
        </ol>
        <p className={styles['version']}>{t('version', { pack: policy.pack, version: policy.version })}</p>
      </nav>
      <div className={styles['chapters']}>
        {chapters.map((chapter) => (
          <Card key={chapter} title={<span id={chapter}>{t(`chapters.${chapter}.title`)}</span>}>
            <ul className={styles['points']}>
              {Object.entries(
                t(`chapters.${chapter}.points`, { returnObjects: true, ...numbers } as never),
              ).map(([key, sentence]) => (
                <li key={key}>{String(sentence)}</li>
              ))}
            </ul>
          </Card>
        ))}
        <Card title={<span id="words">{t('words')}</span>}>
          <dl className={styles['words']}>
            {Object.entries(t('glossary', { returnObjects: true })).map(([key, entry]) => (
              <div key={key}>
                <dt>{entry.word}</dt>
                <dd>{entry.meaning}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
    </div>
  );
}
