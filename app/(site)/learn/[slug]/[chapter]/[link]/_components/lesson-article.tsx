import { Exercise } from '@/components/learn/markdown/exercise';
import { Markdown } from '@/components/learn/markdown/markdown';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { LessonContent } from '@/lib/data/learning/lesson';
import type { OutlineSection } from '@/lib/data/learning/outline';
import { SECTION_KIND_LABELS } from '@/lib/domain/catalogue';
import { formatStudyTime } from '@/lib/domain/study-time';
import { CompleteToggle } from './complete-toggle';
import { LessonVideo } from './lesson-video';
import { RecordVisit } from './record-visit';

interface LessonArticleProps {
  section: OutlineSection;
  content: LessonContent;
  /** Visitors of a trial have no account to keep progress for. */
  canKeepProgress: boolean;
}

export function LessonArticle({ section, content, canKeepProgress }: LessonArticleProps) {
  return (
    <article className="grid min-w-0 gap-6">
      {content.hasVideo && (
        <LessonVideo
          key={section.id}
          sectionId={section.id}
          name={section.name}
          startAt={resumeAt(content.positionSeconds, section.durationSeconds)}
          canKeepProgress={canKeepProgress}
        />
      )}
      <Card className="grid gap-5">
        <header className="grid gap-2">
          <div className="flex flex-wrap items-center gap-2 text-muted-foreground text-sm">
            <Badge tone="info">{SECTION_KIND_LABELS[section.kind]}</Badge>
            {section.isFreeTrial && <Badge tone="gold">免费试学</Badge>}
            <span className="tabular-nums">{formatStudyTime(section.kind, section.durationSeconds)}</span>
          </div>
          <h1 className="font-bold text-2xl sm:text-3xl">{section.name}</h1>
        </header>
        {section.kind === 'exercise' ? <Exercise source={content.body} /> : <Markdown source={content.body} />}
        {canKeepProgress && (
          <>
            <RecordVisit sectionId={section.id} />
            <CompleteToggle key={section.id} sectionId={section.id} isCompleted={section.isCompleted} />
          </>
        )}
      </Card>
    </article>
  );
}

const END_SECONDS = 3;

/** A video that was watched to its end starts again. */
const resumeAt = (position: number, duration: number): number => (position >= duration - END_SECONDS ? 0 : position);
