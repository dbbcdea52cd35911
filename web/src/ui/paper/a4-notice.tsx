import type { ReactElement } from 'react';
import { cx } from '../../lib/cx.js';
import styles from './paper.module.css';

/** One row of a notice table; `field` names the form field that it comes from. */
export interface NoticeRow {
  field: string;
  label: string;
  value: string;
  strong?: string;
}

export interface NoticeSection {
  heading: string;
  rows?: NoticeRow[];
  paragraphs?: { field: string; text: string }[];
}

export interface NoticeDocument {
  titleLines: string[];
  number: string;
  intro: string;
  sections: NoticeSection[];
  issuer?: string;
  date?: string;
}

interface A4NoticeProps {
  notice: NoticeDocument;
  /** The field in focus: its paragraph gets a loess edge. */
  focused?: string | null;
  /** A click on a paragraph leads to its field. */
  onPick?: (field: string) => void;
}

/** A notice as it will be printed and kept: 宋体 on white, in every theme. */
export function A4Notice({ notice, focused = null, onPick }: A4NoticeProps): ReactElement {
  const pick = (field: string): Record<string, unknown> =>
    onPick ? { onClick: () => onPick(field), 'data-pickable': true } : {};
  return (
    <article className={cx(styles['paper'], styles['notice'])} lang="zh-CN">
      <h2 className={styles['noticeTitle']}>
        {notice.titleLines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </h2>
      <p className={styles['noticeNumber']}>{notice.number}</p>
      <p className={styles['indent']}>{notice.intro}</p>
      {notice.sections.map((section) => (
        <section key={section.heading}>
          <h3>{section.heading}</h3>
          {section.rows ? (
            <table className={styles['noticeTable']}>
              <tbody>
                {section.rows.map((row) => (
                  <tr
                    key={row.field}
                    className={cx(row.field === focused && styles['marked'])}
                    {...pick(row.field)}
                  >
                    <th scope="row">{row.label}</th>
                    <td>
                      {row.strong ? <b>{row.strong}</b> : null}
                      {row.value}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : null}
          {section.paragraphs?.map((paragraph) => (
            <p
              key={paragraph.field}
              className={cx(styles['indent'], paragraph.field === focused && styles['marked'])}
              {...pick(paragraph.field)}
            >
              {paragraph.text}
            </p>
          ))}
        </section>
      ))}
      {notice.issuer ? (
        <p className={styles['signed']}>
          <span>{notice.issuer}</span>
          <span>{notice.date}</span>
        </p>
      ) : null}
    </article>
  );
}
