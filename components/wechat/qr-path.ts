import QRCode from 'qrcode';

const QUIET_ZONE = 4;

/** A QR code's dark modules as one SVG path, on a square of `side` units that has the quiet zone around it. */
export function qrPath(
  text: string,
  errorCorrectionLevel: 'L' | 'M' = 'L',
): { readonly side: number; readonly path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel });
  const { size } = modules;
  const dark: string[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (modules.get(y, x)) dark.push(`M${x + QUIET_ZONE} ${y + QUIET_ZONE}h1v1h-1z`);
    }
  }
  return { side: size + 2 * QUIET_ZONE, path: dark.join('') };
}
