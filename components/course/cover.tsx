import { cn } from '@/components/ui/cn';
import { escapeMarkup, textWidth, wrapTitle } from './cover-title';

declare module 'react' {
  interface CSSProperties {
    /** 0–359: the colour of a cover. */
    '--hue'?: number;
  }
}

interface CoverProps {
  name: string;
  /** 0–359, the course's colour. */
  hue: number;
  /** One or two characters, or a short symbol. */
  glyph: string;
  /** Small pictures do without the title. */
  showTitle?: boolean;
  className?: string;
}

/**
 * A course's picture, drawn: its colour, its glyph, its name over a calm sea. Decoration: the name stands beside it.
 * Sky, sun and sea are the stylesheet's, once for all: lists have dozens of covers, and they were most of those pages.
 */
export function Cover({ name, hue, glyph, showTitle = true, className }: CoverProps) {
  const lines = showTitle ? wrapTitle(name, 12, 2) : [];
  return (
    <svg
      viewBox="0 0 320 180"
      aria-hidden="true"
      className={cn('cover block aspect-video w-full', className)}
      style={{ '--hue': hue }}
      dangerouslySetInnerHTML={{ __html: lettering(glyph, lines) }}
    />
  );
}

function lettering(glyph: string, lines: readonly string[]): string {
  const size = Math.min(46, 64 / textWidth(glyph)).toFixed(1);
  const title = lines.map((line, index) => {
    const y = (lines.length === 1 ? 152 : 136) + index * 26;
    return `<text x="20" y="${y}">${escapeMarkup(line)}</text>`;
  });
  return [`<text x="262" y="62" font-size="${size}">${escapeMarkup(glyph)}</text>`, ...title].join('');
}
