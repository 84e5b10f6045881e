import { Cover } from '@/components/course/cover';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import type { DegreePageData } from '@/lib/data/catalogue-degree';
import { formatYuan } from '@/lib/domain/money';

export function DegreeHeader({ degree }: { degree: DegreePageData }) {
  const facts = [
    { label: '学习模块', value: `${degree.modules.length} 个` },
    { label: '建议学习', value: `${degree.period} 天` },
    { label: '奖学金最高', value: formatYuan(degree.totalScholarshipFen) },
    ...(degree.studentCount > 0 ? [{ label: '在学', value: `${degree.studentCount} 人` }] : []),
  ];
  return (
    <header className="bg-footer text-footer-foreground">
      <div className="container-page grid items-center gap-8 py-8 sm:py-12 lg:grid-cols-[1fr_26rem] lg:gap-12">
        <div className="grid content-start gap-4">
          <div className="[&_*]:text-footer-muted">
            <Breadcrumbs
              crumbs={[
                { label: '首页', href: '/' },
                { label: '学位课', href: '/degrees' },
              ]}
            />
          </div>
          <div className="flex flex-wrap gap-2">
            <Badge tone="primary">学位课</Badge>
            {degree.status === 'upcoming' && <Badge tone="info">即将上线</Badge>}
          </div>
          <h1 className="font-bold text-3xl sm:text-4xl">{degree.name}</h1>
          <p className="max-w-2xl text-footer-muted text-lg">{degree.brief}</p>
          <dl className="mt-2 grid grid-cols-2 gap-4 sm:grid-cols-4">
            {facts.map(({ label, value }) => (
              <div key={label} className="grid">
                <dt className="order-2 text-footer-muted text-sm">{label}</dt>
                <dd className="font-bold text-primary text-xl tabular-nums">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
        <Cover
          name={degree.name}
          hue={degree.coverHue}
          glyph={degree.coverGlyph}
          className="rounded-lg shadow-card ring-1 ring-footer-muted/30 max-lg:hidden"
        />
      </div>
    </header>
  );
}
