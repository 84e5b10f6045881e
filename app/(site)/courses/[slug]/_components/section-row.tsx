import { FileText, Lock, PencilLine, PlayCircle } from 'lucide-react';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import type { Chapter } from '@/lib/data/course-chapters';
import { SECTION_KIND_LABELS } from '@/lib/domain/catalogue';
import type { lessonPath } from '@/lib/domain/learn-paths';
import { formatStudyTime } from '@/lib/domain/study-time';

const ICONS = { document: FileText, exercise: PencilLine, video: PlayCircle } as const;

interface SectionRowProps {
  section: Chapter['sections'][number];
  /** Where a section that is open to everyone is studied. */
  trialPath: ReturnType<typeof lessonPath> | null;
}

/** Trial sections are links; the others open in 我的学习 once the course is bought. */
export function SectionRow({ section, trialPath }: SectionRowProps) {
  const Icon = ICONS[section.kind];
  const content = (
    <>
      <Icon aria-hidden className="size-5 shrink-0 text-muted-foreground" />
      <span className="sr-only">{SECTION_KIND_LABELS[section.kind]}：</span>
      <span className="min-w-0 flex-1">{section.name}</span>
      {trialPath ? (
        <Badge tone="success">试学</Badge>
      ) : (
        <Lock aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      )}
      <span className="w-20 shrink-0 text-right text-muted-foreground text-sm tabular-nums">
        {formatStudyTime(section.kind, section.durationSeconds)}
      </span>
    </>
  );
  const row = 'flex min-h-11 items-center gap-3 rounded-md px-2 py-1.5';
  return (
    <li>
      {trialPath ? (
        <Link href={trialPath} prefetch={false} className={`${row} hover:bg-muted`}>
          {content}
        </Link>
      ) : (
        <span className={row}>{content}</span>
      )}
    </li>
  );
}
