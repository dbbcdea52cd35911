import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../lib/cx.js';
import { digestLines } from '../../lib/sha256.js';
import { DigestBars } from './digest-bars.js';
import styles from './paper.module.css';
import { QrCode } from './qr-code.js';

export interface CertificateRow {
  key: string;
  label: string;
  strong?: string;
  text?: string;
}

/** What stands on a certificate. The document is in the language of the issuing office: Chinese. */
export interface CertificateDocument {
  title: string;
  number: string;
  statement: string;
  rows: CertificateRow[];
  issuer: string;
  /** In words: 二〇二六年十二月十八日. */
  issuedOn: string;
  /** 64 hex digits of the registered digest. */
  digest: string;
  verifyUrl: string;
}

/** The certificate as it is printed: bars of the digest on top, QR at the foot. */
export function Certificate({ document }: { document: CertificateDocument }): ReactElement {
  const { t } = useTranslation('ui');
  const [first, second] = digestLines(document.digest);
  return (
    <article className={cx(styles['paper'], styles['certificate'])} lang="zh-CN">
      <div className={styles['seal']}>
        <DigestBars digest={document.digest} label={t('certificate.sealLabel')} height={34} />
      </div>
      <h2 className={styles['certificateTitle']}>{document.title}</h2>
      <p className={styles['certificateNumber']}>编号　{document.number}</p>
      <p className={cx(styles['indent'], styles['statement'])}>{document.statement}</p>
      <dl className={styles['rows']}>
        {document.rows.map((row) => (
          <div key={row.key}>
            <dt>{row.label}</dt>
            <dd>
              {row.strong ? <b>{row.strong}</b> : null}
              {row.text}
            </dd>
          </div>
        ))}
      </dl>
      <footer className={styles['foot']}>
        <div>
          <p>签发　{document.issuer}</p>
          <p>日期　{document.issuedOn}</p>
          <p className={styles['digest']}>
            {first}
            <br />
            {second}
          </p>
        </div>
        <div className={styles['scan']}>
          <QrCode text={document.verifyUrl} label={t('certificate.qrLabel', { url: document.verifyUrl })} />
          <p>扫码核验</p>
        </div>
      </footer>
    </article>
  );
}
