import { cn } from '@/components/ui/cn';
import { qrPath } from './qr-path';

interface QrCodeProps {
  /** What it says. */
  text: string;
  /** For those who cannot see it. */
  label: string;
  className?: string;
}

/** A QR code as one path, drawn on the server; dark on white in both themes, as scanners want it. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { side, path } = qrPath(text);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className={cn('aspect-square w-full max-w-60 rounded-md', className)}
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
