import Link from 'next/link';
import { Cover } from '@/components/course/cover';
import { Button } from '@/components/ui/button';
import type { DegreeSummary } from '@/lib/domain/course-summary';

const FACTS = [
  { value: '1 对 1', label: '导师逐份批改作业' },
  { value: '每门课', label: '都有免费试学小节' },
  { value: '0 门槛', label: '优惠券与贝里可叠加' },
] as const;

/** What the school promises, beside a fan of its degrees' covers. */
export function HomeHero({ degrees }: { degrees: readonly DegreeSummary[] }) {
  return (
    <section className="relative overflow-hidden bg-footer text-footer-foreground">
      <Waves />
      <div className="container-page relative grid items-center gap-12 py-16 sm:py-24 lg:grid-cols-[1.2fr_1fr]">
        <div className="grid gap-6">
          <h1 className="font-bold text-4xl leading-tight tracking-wide sm:text-5xl">
            把一门手艺，
            <br />
            学到<span className="text-primary">能交付</span>。
          </h1>
          <p className="max-w-xl text-footer-muted text-lg">
            学位课带你走完一条路，专题课帮你过一道坎。先试学，再购买；有作业，有导师，有证明自己学会了的成果。
          </p>
          <div className="flex flex-wrap gap-3">
            <Button asChild size="lg">
              <Link href="/courses">挑一门课开始</Link>
            </Button>
            <Button
              asChild
              size="lg"
              variant="ghost"
              className="border border-footer-muted text-footer-foreground hover:bg-footer-muted/15"
            >
              <Link href="/degrees">看看学位课</Link>
            </Button>
          </div>
          <dl className="mt-4 grid grid-cols-3 gap-4 sm:max-w-lg">
            {FACTS.map((fact) => (
              <div key={fact.label} className="grid gap-0.5">
                <dt className="order-2 text-footer-muted text-sm">{fact.label}</dt>
                <dd className="font-bold text-primary text-xl sm:text-2xl">{fact.value}</dd>
              </div>
            ))}
          </dl>
        </div>
        <ul className="relative hidden h-80 lg:block" aria-label="学位课">
          {degrees.slice(0, 3).map((degree, index) => (
            <li key={degree.slug} className={`absolute w-80 ${FAN[index] ?? ''}`}>
              <Link
                href={`/degrees/${degree.slug}`}
                prefetch={false}
                aria-label={degree.name}
                className="block overflow-hidden rounded-lg shadow-card ring-1 ring-footer-foreground/10 transition-transform hover:-translate-y-1"
              >
                <Cover name={degree.name} hue={degree.coverHue} glyph={degree.coverGlyph} />
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

const FAN = ['top-0 left-0 z-10', 'top-20 left-14 z-20', 'top-40 left-28 z-30'];

/** The sea the straw hat sails on. */
function Waves() {
  return (
    <svg
      viewBox="0 0 1200 320"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="absolute inset-x-0 bottom-0 h-64 w-full"
    >
      <path d="M0 190c150-50 300-50 450 0s300 50 450 0 200-40 300-20v150H0z" fill="#ffffff" opacity="0.035" />
      <path d="M0 240c180-46 340-46 520 0s320 46 500 0 130-26 180-16v96H0z" fill="#ffffff" opacity="0.045" />
      <path d="M0 286c200-30 380-30 580 0s420 30 620 0v34H0z" fill="#f5a623" opacity="0.1" />
    </svg>
  );
}
