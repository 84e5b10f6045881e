import { CircleCheck, CirclePlay, FileText, PencilLine } from 'lucide-react';
import type { OutlineSection } from '@/lib/data/learning/outline';

const ICONS = { document: FileText, exercise: PencilLine, video: CirclePlay } as const;

/** A tick once a section is completed, before that the sign of its kind. */
export function SectionMark({ section }: { section: Pick<OutlineSection, 'kind' | 'isCompleted'> }) {
  if (section.isCompleted) {
    return (
      <>
        <CircleCheck aria-hidden className="size-5 shrink-0 text-success-ink" />
        <span className="sr-only">已完成</span>
      </>
    );
  }
  const Icon = ICONS[section.kind];
  return <Icon aria-hidden className="size-5 shrink-0 text-muted-foreground" />;
}
