import { useId } from 'react';
import { cn } from '@/components/ui/cn';
import { textWidth, wrapTitle } from './cover-title';

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
    >
      <defs>
        <linearGradient id={paint} x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" stopColor={`hsl(${hue} 58% 24%)`} />
          <stop offset="1" stopColor={`hsl(${(hue + 32) % 360} 52% 40%)`} />
        </linearGradient>
      </defs>
      <rect width="320" height="180" fill={`url(#${paint})`} />
      <circle cx="262" cy="62" r="78" fill={`hsl(${hue} 70% 62%)`} opacity="0.16" />
      <circle cx="262" cy="62" r="50" fill="#f5a623" opacity="0.92" />
      <text
        x="262"
        y="62"
        dominantBaseline="central"
        textAnchor="middle"
        fontSize={Math.min(46, 64 / textWidth(glyph))}
        fontWeight="700"
        fill="#14213d"
      >
        {glyph}
      </text>
      <path d="M0 128c40-16 70-16 107 0s70 16 107 0 70-16 106 0v52H0z" fill={`hsl(${hue} 60% 16%)`} opacity="0.45" />
      <path d="M0 146c40-14 70-14 107 0s70 14 107 0 70-14 106 0v34H0z" fill={`hsl(${hue} 62% 12%)`} opacity="0.55" />
      {lines.map((line, index) => (
        <text
          key={line}
          x="20"
          y={(lines.length === 1 ? 152 : 136) + index * 26}
          fontSize="20"
          fontWeight="700"
          fill="#ffffff"
        >
          {line}
        </text>
      ))}
    </svg>
  );
}
