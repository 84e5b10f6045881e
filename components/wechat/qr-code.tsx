import QRCode from 'qrcode';
import { cn } from '@/components/ui/cn';

interface QrCodeProps {
  /** What it says. */
  text: string;
  /** For those who cannot see it. */
  label: string;
  className?: string;
}

const QUIET_ZONE = 4;

/** A QR code as one path, drawn on the server; dark on white in both themes, as scanners want it. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'L' });
  const { size } = modules;
  const side = size + 2 * QUIET_ZONE;
  const dark: string[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (modules.get(y, x)) dark.push(`M${x + QUIET_ZONE} ${y + QUIET_ZONE}h1v1h-1z`);
    }
  }
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className={cn('aspect-square w-full max-w-60 rounded-md', className)}
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={dark.join('')} />
    </svg>
  );
}
