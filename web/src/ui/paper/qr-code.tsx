import { type ReactElement, useMemo } from 'react';
import { encode } from 'uqr';

interface QrCodeProps {
  text: string;
  label: string;
  size?: number;
}

/** A QR code as one SVG path, dark on white in every theme. */
export function QrCode({ text, label, size = 88 }: QrCodeProps): ReactElement {
  const { path, modules } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: 0 });
    const parts: string[] = [];
    code.data.forEach((row, y) => {
      row.forEach((dark, x) => {
        if (dark) parts.push(`M${x} ${y}h1v1h-1z`);
      });
    });
    return { path: parts.join(''), modules: code.size };
  }, [text]);
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${modules} ${modules}`}
      role="img"
      aria-label={label}
      focusable="false"
      shapeRendering="crispEdges"
    >
      <path d={path} fill="var(--scan)" />
    </svg>
  );
}
