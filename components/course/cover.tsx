import { useId } from 'react';
import { cn } from '@/components/ui/cn';
import { escapeMarkup, textWidth, wrapTitle } from './cover-title';

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

/** A course's picture, drawn: its colour, its glyph, its name over a calm sea. Decoration: the name stands beside it. */
export function Cover({ name, hue, glyph, showTitle = true, className }: CoverProps) {
  // Its own: a gradient of the same name in a hidden picture would paint nothing.
  const paint = useId();
  const lines = showTitle ? wrapTitle(name, 12, 2) : [];
  return (
    <svg
      viewBox="0 0 320 180"
      aria-hidden="true"
      preserveAspectRatio="xMidYMid slice"
      className={cn('block aspect-video w-full bg-muted', className)}
      // One text instead of a dozen elements: a list has a dozen covers, and they were most of what it rendered.
      dangerouslySetInnerHTML={{ __html: drawing({ paint, hue, glyph, lines }) }}
    />
  );
}

interface Drawing {
  readonly paint: string;
  readonly hue: number;
  readonly glyph: string;
  readonly lines: readonly string[];
}

function drawing({ paint, hue, glyph, lines }: Drawing): string {
  const title = lines.map((line, index) => {
    const y = (lines.length === 1 ? 152 : 136) + index * 26;
    return `<text x="20" y="${y}" font-size="20" font-weight="700" fill="#fff">${escapeMarkup(line)}</text>`;
  });
  return [
    `<defs><linearGradient id="${paint}" x2="1" y2="1"><stop stop-color="hsl(${hue} 58% 24%)"/>`,
    `<stop offset="1" stop-color="hsl(${(hue + 32) % 360} 52% 40%)"/></linearGradient></defs>`,
    `<rect width="320" height="180" fill="url(#${paint})"/>`,
    `<circle cx="262" cy="62" r="78" fill="hsl(${hue} 70% 62%)" opacity=".16"/>`,
    '<circle cx="262" cy="62" r="50" fill="#f5a623" opacity=".92"/>',
    '<text x="262" y="62" dominant-baseline="central" text-anchor="middle" font-weight="700" fill="#14213d" ',
    `font-size="${Math.min(46, 64 / textWidth(glyph)).toFixed(1)}">${escapeMarkup(glyph)}</text>`,
    `<path d="M0 128c40-16 70-16 107 0s70 16 107 0 70-16 106 0v52H0z" fill="hsl(${hue} 60% 16%)" opacity=".45"/>`,
    `<path d="M0 146c40-14 70-14 107 0s70 14 107 0 70-14 106 0v34H0z" fill="hsl(${hue} 62% 12%)" opacity=".55"/>`,
    ...title,
  ].join('');
}
