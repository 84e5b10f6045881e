import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Price } from '@/components/ui/price';
import type { DegreeSummary } from '@/lib/domain/course-summary';
import { formatYuan } from '@/lib/domain/money';
import { Cover } from './cover';

/** A degree course in a list. The whole card is the link's target. */
export function DegreeCard({ degree, headingLevel: Heading = 'h3' }: DegreeCardProps) {
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded-lg border bg-card text-card-foreground shadow-card transition-transform hover:-translate-y-0.5 focus-within:ring-2 focus-within:ring-ring">
      <Cover name={degree.name} hue={degree.coverHue} glyph={degree.coverGlyph} />
      <div className="flex flex-1 flex-col gap-3 p-5">
        <div className="flex flex-wrap gap-1.5">
          <Badge tone="primary">学位课</Badge>
          {degree.status === 'upcoming' && <Badge tone="info">即将上线</Badge>}
          {degree.totalScholarshipFen > 0 && (
            <Badge tone="gold">奖学金最高 {formatYuan(degree.totalScholarshipFen)}</Badge>
          )}
        </div>
        <Heading className="font-semibold text-lg">
          <Link
            href={`/degrees/${degree.slug}`}
            prefetch={false}
            className="outline-none after:absolute after:inset-0 group-hover:underline"
          >
            {degree.name}
          </Link>
        </Heading>
        <p className="line-clamp-3 text-muted-foreground text-sm">{degree.brief}</p>
        <p className="mt-auto text-muted-foreground text-sm">
          {degree.moduleCount} 个模块 · 建议 {degree.period} 天学完
          {degree.studentCount > 0 && ` · ${degree.studentCount} 人在学`}
        </p>
        <div className="flex items-center justify-between border-t pt-3">
          {degree.fromFen === null ? (
            <span className="text-muted-foreground text-sm">价格待公布</span>
          ) : (
            <p className="flex items-baseline gap-1 text-muted-foreground text-sm">
              <Price fen={degree.fromFen} className="text-foreground" />起
            </p>
          )}
          <ArrowRight aria-hidden className="size-5 text-primary-ink transition-transform group-hover:translate-x-1" />
        </div>
      </div>
    </article>
  );
}

interface DegreeCardProps {
  degree: DegreeSummary;
  headingLevel?: 'h2' | 'h3';
}
