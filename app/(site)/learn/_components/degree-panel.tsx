import { Badge } from '@/components/ui/badge';
import type { OwnDegree } from '@/lib/data/learning/my-learning';
import { productPath } from '@/lib/domain/learn-paths';
import { HeldNote, StudyCardView } from './study-card-view';

/** A degree with the modules it opens. */
export function DegreePanel({ degree }: { degree: OwnDegree }) {
  return (
    <section className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="font-bold text-xl">{degree.name}</h2>
        <Badge tone="primary">学位课程</Badge>
        <HeldNote held={degree} renewPath={productPath('degree_course', degree.slug)} />
      </div>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {degree.modules.map((card) => (
          <StudyCardView key={card.slug} card={card} isOpen={degree.state === 'open' && card.status !== 'upcoming'} />
        ))}
      </ul>
    </section>
  );
}
