import type { ReactElement } from 'react';
import styles from './paper.module.css';

interface DigestBarsProps {
  /** 64 hex digits. */
  digest: string;
  label: string;
  height?: number;
}

const pitch = 10;
const bar = 6;

/** One bar for each digit of the registered digest: the same on paper and on screen, so eyes can compare. */
export function DigestBars({ digest, label, height = 30 }: DigestBarsProps): ReactElement {
  const digits = digest
    .toLowerCase()
    .replace(/[^0-9a-f]/g, '')
    .slice(0, 64)
    .split('');
  const width = digits.length * pitch - (pitch - bar);
  return (
    <svg
      className={styles['bars']}
      viewBox={`0 0 ${width} 100`}
      height={height}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      focusable="false"
    >
      {digits.map((digit, index) => {
        const tall = 13 + (Number.parseInt(digit, 16) / 15) * 87;
        // biome-ignore lint/suspicious/noArrayIndexKey: a digit's identity is its place.
        return <rect key={index} x={index * pitch} y={100 - tall} width={bar} height={tall} />;
      })}
    </svg>
  );
}
