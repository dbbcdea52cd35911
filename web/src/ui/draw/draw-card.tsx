import type { DrawRecord } from '@muheng/contracts/common/draw';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadText } from '../../lib/download.js';
import { digestLines } from '../../lib/sha256.js';
import { Button } from '../button.js';
import { Card } from '../card.js';
import { checkDraw } from './check-draw.js';
import styles from './draw-card.module.css';

function Digest({ label, hex }: { label: string; hex: string }): ReactElement {
  return (
    <div className={styles['digest']}>
      <dt>{label}</dt>
      <dd>
        {digestLines(hex).map((line) => (
          <span key={line}>{line}</span>
        ))}
      </dd>
    </div>
  );
}

function Check({ record, promised }: { record: DrawRecord; promised: string }): ReactElement {
  const { t } = useTranslation('ui');
  const [faults, setFaults] = useState<readonly string[] | null>(null);
  const file = `draw-${record.listing}.json`;
  return (
    <>
      <div className={styles['acts']}>
        <Button look="primary" onClick={() => setFaults(checkDraw(promised, record))}>
          {t('draw.check')}
        </Button>
        <Button onClick={() => downloadText(file, JSON.stringify(record, null, 2), 'application/json')}>
          {t('draw.download')}
        </Button>
      </div>
      {faults === null ? null : (
        <p className={styles[faults.length === 0 ? 'good' : 'bad']} role="status">
          {faults.length === 0 ? t('draw.verified') : t('draw.faulty', { fields: faults.join(', ') })}
        </p>
      )}
      <p className={styles['hint']}>{t('draw.command', { file })}</p>
    </>
  );
}

const shown = 12;

function Order({ record, nameOf }: Pick<DrawCardProps, 'nameOf'> & { record: DrawRecord }): ReactElement {
  const { t } = useTranslation('ui');
  const rest = record.order.length - shown;
  return (
    <ol className={styles['order']} aria-label={t('draw.order')}>
      {record.order.slice(0, shown).map((code, index) => (
        <li key={code} className={index === 0 ? styles['first'] : undefined}>
          <span>{index + 1}</span>
          {nameOf(code)}
        </li>
      ))}
      {rest > 0 ? <li className={styles['rest']}>{t('draw.more', { count: rest })}</li> : null}
    </ol>
  );
}

interface DrawCardProps {
  commitment: string | null;
  record: DrawRecord | null;
  /** What a code of the record is called here: a bidder's number in a room, elsewhere a name. */
  nameOf: (code: string) => string;
}

/** The verifiable draw (domain §11 F1.7): what was promised, what came, and a check that runs here. */
export function DrawCard({ commitment, record, nameOf }: DrawCardProps): ReactElement | null {
  const { t } = useTranslation('ui');
  if (commitment === null) return null;
  return (
    <Card title={t('draw.title')}>
      <p className={styles['hint']}>
        {record ? t('draw.done', { count: record.candidates.length }) : t('draw.promised')}
      </p>
      {record ? <Order record={record} nameOf={nameOf} /> : null}
      <dl>
        <Digest label={t('draw.commitment')} hex={commitment} />
        {record ? (
          <>
            <Digest label={t('draw.secret')} hex={record.secret} />
            <Digest label={t('draw.publicValue')} hex={record.publicValue} />
            <Digest label={t('draw.seed')} hex={record.seed} />
          </>
        ) : null}
      </dl>
      <details className={styles['how']}>
        <summary>{t('draw.how')}</summary>
        <ol>
          {(['commit', 'log', 'seed', 'shuffle'] as const).map((step) => (
            <li key={step}>{t(`draw.steps.${step}`)}</li>
          ))}
        </ol>
      </details>
      {record ? <Check record={record} promised={commitment} /> : null}
    </Card>
  );
}
