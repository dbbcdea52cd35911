import { formatHa, formatMu, parseHa, parseKg } from '@muheng/contracts/common/quantity';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx.js';
import { areaText, capacityText } from '../../../lib/format/area.js';
import { groupDigits } from '../../../lib/format/digits.js';
import { dateText, fullStamp } from '../../../lib/format/time.js';
import { shareOf } from '../../../lib/geometry.js';
import { Beam } from '../../../ui/beam.js';
import { Figure } from '../../../ui/figure.js';
import type { FileCheck } from '../../../ui/hash-drop/check-file.js';
import { HashDrop } from '../../../ui/hash-drop/hash-drop.js';
import { Certificate } from '../../../ui/paper/certificate.js';
import { DigestBars } from '../../../ui/paper/digest-bars.js';
import { PriorityProof } from '../../../ui/priority-proof.js';
import type { VerificationModel } from '../model/verification.js';
import styles from './verification.module.css';

function Verdict({ model }: { model: VerificationModel }): ReactElement {
  const { t } = useTranslation('verification');
  const good = model.state === 'valid' || model.state === 'partly';
  const hint =
    model.state === 'revoked'
      ? t('verdict.revokedHint', {
          reason: model.revocation?.reason ?? '',
          at: model.revocation ? dateText(model.revocation.at) : '',
        })
      : model.state === 'expired'
        ? t('verdict.expiredHint', { at: model.validUntil ? dateText(model.validUntil) : '' })
        : t(`verdict.${model.state}Hint`);
  return (
    <div className={styles['verdict']}>
      <svg
        viewBox="0 0 64 64"
        className={cx(
          styles['seal'],
          good ? styles['good'] : model.state === 'revoked' ? styles['bad'] : styles['spent'],
        )}
        aria-hidden="true"
      >
        <circle cx="32" cy="32" r="32" />
        <path d={model.state === 'revoked' ? 'M21 21l22 22M43 21l-22 22' : 'M18 33.5l10 10 18.5-21'} />
      </svg>
      <div>
        <h1>{t(`verdict.${model.state}`)}</h1>
        <p>{hint}</p>
      </div>
    </div>
  );
}

function Use({ model }: { model: VerificationModel }): ReactElement {
  const { t } = useTranslation('verification');
  const area = parseHa(model.areaHa);
  const used = parseHa(model.writtenOffHa);
  const words = { used: areaText(used, 'ha'), left: groupDigits(formatHa(area - used)) };
  return (
    <div className={styles['use']}>
      <div className={styles['useBeam']}>
        <Beam
          label={t('rows.useLabel', words)}
          tick={shareOf(used, area)}
          size="normal"
          segments={[
            { key: 'used', tone: 'used', share: shareOf(used, area) },
            { key: 'left', tone: 'surplus', share: shareOf(area - used, area) },
          ]}
        />
      </div>
      <span>{t('rows.useText', words)}</span>
    </div>
  );
}

function Register({ model }: { model: VerificationModel }): ReactElement {
  const { t } = useTranslation('verification');
  const { t: ui } = useTranslation('ui');
  const area = parseHa(model.areaHa);
  const paddy = parseHa(model.paddyHa);
  const rows: { key: string; label: string; value: ReactNode }[] = [
    { key: 'number', label: t('rows.number'), value: <b>{model.number}</b> },
    { key: 'lot', label: t('rows.lot'), value: model.lot },
    { key: 'parties', label: t('rows.parties'), value: `${model.seller} → ${model.buyer}` },
    {
      key: 'area',
      label: t('rows.area'),
      value: (
        <>
          <Figure value={areaText(area, 'ha')} unit={ui('unit.ha')} size="row" />
          <span className={styles['weak']}>{t('rows.inMu', { mu: groupDigits(formatMu(area)) })}</span>
        </>
      ),
    },
    ...(paddy > 0n
      ? [
          {
            key: 'paddy',
            label: t('rows.paddy'),
            value: <Figure value={areaText(paddy, 'ha')} unit={ui('unit.ha')} size="row" />,
          },
        ]
      : []),
    {
      key: 'capacity',
      label: t('rows.capacity'),
      value: <Figure value={capacityText(parseKg(model.capacityKg), true)} unit={ui('unit.kg')} size="row" />,
    },
    { key: 'issued', label: t('rows.issued'), value: `${fullStamp(model.issuedAt)}　${model.issuer}` },
    { key: 'use', label: t('rows.use'), value: <Use model={model} /> },
    {
      key: 'digest',
      label: t('rows.digest'),
      value: <DigestBars digest={model.document.digest} label={ui('certificate.sealLabel')} />,
    },
  ];
  return (
    <dl className={styles['register']}>
      {rows.map((row) => (
        <div key={row.key} className={styles[`row-${row.key}`]}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface VerificationViewProps {
  model: VerificationModel;
  /** A finished file check to begin with: for pictures. */
  initialCheck?: FileCheck;
}

/** Public proof of a certificate: verdict, register, file check, and the paper itself. */
export function VerificationView({ model, initialCheck }: VerificationViewProps): ReactElement {
  const { t } = useTranslation('verification');
  const { t: ui } = useTranslation('ui');
  return (
    <div className={styles['page']}>
      <div className={styles['proof']}>
        <p className={styles['code']}>{t('code', { code: model.code })}</p>
        <Verdict model={model} />
        <Register model={model} />
        <div className="no-print">
          <HashDrop registered={model.fileDigest} {...(initialCheck ? { initial: initialCheck } : {})} />
        </div>
        <p className={styles['hint']}>
          {t('barsHint')} <a href={`/public/audit-log?code=${model.code}`}>{t('proof')}</a>
        </p>
        {model.priority ? (
          <section className={styles['priority']}>
            <h2>{ui('priority.title')}</h2>
            <PriorityProof proof={model.priority} />
            <p className={styles['hint']}>{t('priorityHint')}</p>
          </section>
        ) : null}
      </div>
      <div className={styles['sheet']}>
        <Certificate document={model.document} />
      </div>
    </div>
  );
}
