import { createHash } from 'node:crypto';

/** Dark enough for white text. */
const COLOURS = ['#b3541e', '#2f6f4f', '#1d4f91', '#7a3b8f', '#a02c4a', '#5b6b1f', '#00696d', '#6b4a2b'] as const;

function avatarColour(id: string): string {
  const byte = createHash('sha256').update(id).digest()[0] ?? 0;
  return COLOURS[byte % COLOURS.length] ?? COLOURS[0];
}

function avatarGlyph(nickname: string): string {
  return [...nickname][0] ?? '微';
}

/** A coloured square with the first character of the name. */
export function avatarSvg(id: string, nickname: string): string {
  const glyph = avatarGlyph(nickname).replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="132" height="132" viewBox="0 0 132 132"><rect width="132" height="132" fill="${avatarColour(id)}"/><text x="66" y="70" font-family="system-ui, sans-serif" font-size="64" fill="#fff" text-anchor="middle" dominant-baseline="middle">${glyph}</text></svg>`;
}
