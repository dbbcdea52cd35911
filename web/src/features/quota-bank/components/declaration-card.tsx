import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../../../lib/clock.js';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { DataList } from '../../../ui/data-list.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type Arithmetic, countyFirstQuery } from '../api/bank.js';
import { daysSince } from '../model/days.js';
import styles from './quota-bank.module.css';

function Facts({ arithmetic }: { arithmetic: Arithmetic }): ReactElement {
  const { t } = useTranslation('bank');
  const now = useServerNow(60_000);
  const { declaration, policy } = arithmetic;
  const max = policy.declarationMaxAgeDays;
  if (declaration.signedOn === null) return <p>{t('declaration.never')}</p>;
  if (!declaration.valid) return <p>{t('declaration.lastSigned', { day: declaration.signedOn })}</p>;
  const days = daysSince(declaration.signedOn, now);
  const age = days <= 0 ? t('declaration.ageToday', { max }) : t('declaration.age', { days, max });
  return (
    <DataList
      rows={[
        {
          key: 'signed',
          label: t('declaration.signedOn'),
          value: (
            <>
              <b>{declaration.signedOn}</b> <span className={styles['hint']}>{age}</span>
            </>
          ),
        },
        { key: 'until', label: t('declaration.validUntil'), value: declaration.validUntil ?? '—' },
      ]}
    />
  );
}

/** The yearly declaration of needs, its age, and the signature of whoever may give it. */
export function DeclarationCard({ county, maySign }: { county: string; maySign: boolean }): ReactElement {
  const { t } = useTranslation('bank');
  const query = useQuery(countyFirstQuery(county, 'SFQ'));
  const sign = useCommand([['county-first', county]]);
  const valid = query.data?.arithmetic.declaration.valid;
  return (
    <Card
      title={t('declaration.title')}
      aside={
        valid === undefined ? undefined : (
          <StatusChip tone={valid ? 'down' : 'wait'} {...(valid ? { mark: 'done' as const } : {})}>
            {t(valid ? 'declaration.valid' : 'declaration.invalid')}
          </StatusChip>
        )
      }
    >
      <div className={styles['stack']}>
        <p className={styles['hint']}>{t('declaration.lead')}</p>
        <Loaded query={query}>{({ arithmetic }) => <Facts arithmetic={arithmetic} />}</Loaded>
        <ToldBox told={sign.told} />
        {maySign ? (
          <Button
            look={valid ? 'plain' : 'primary'}
            disabled={sign.busy}
            onClick={() => void sign.send(post('/declarations', { body: {} }))}
          >
            {t(sign.busy ? 'declaration.signing' : valid ? 'declaration.signAgain' : 'declaration.sign')}
          </Button>
        ) : (
          <p className={styles['hint']}>{t('declaration.who')}</p>
        )}
      </div>
    </Card>
  );
}
