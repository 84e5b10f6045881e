import Link from 'next/link';
import type { ReactNode } from 'react';
import { Cover } from '@/components/course/cover';
import { ProgressBar } from '@/components/learn/progress-bar';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { OwnCourse, StudyCard } from '@/lib/data/learning/my-learning';
import { coursePath, lessonPath, type productPath } from '@/lib/domain/learn-paths';

interface StudyCardViewProps {
  card: StudyCard;
  /** Whether it can be studied now. */
  isOpen: boolean;
  /** Said under the progress: until when, or how to go on. */
  children?: ReactNode;
}

/** One course to study, as an item of a list. */
export function StudyCardView({ card, isOpen, children }: StudyCardViewProps) {
  const { progress } = card;
  return (
    <li className="flex flex-col overflow-hidden rounded-lg border bg-card shadow-card">
      <Cover name={card.name} hue={card.coverHue} glyph={card.coverGlyph} />
      <div className="flex flex-1 flex-col gap-3 p-4">
        <h3 className="py-1 font-semibold">
          {isOpen ? (
            <Link href={coursePath(card.slug)} className="hover:underline">
              {card.name}
            </Link>
          ) : (
            card.name
          )}
        </h3>
        {progress && <ProgressBar label={`${card.name} 的进度`} percent={progress.percent} />}
        {children}
        {isOpen && progress && (
          <Button asChild className="mt-auto">
            <Link
              href={lessonPath(card.slug, progress.resume.chapter, progress.resume.link)}
              aria-label={`${progress.resume.isFirst ? '开始学习' : '继续学习'} ${card.name}`}
            >
              {progress.resume.isFirst ? '开始学习' : '继续学习'}
            </Link>
          </Button>
        )}
        {card.status === 'upcoming' && <p className="mt-auto text-muted-foreground text-sm">即将上线</p>}
      </div>
    </li>
  );
}

interface HeldNoteProps {
  held: Pick<OwnCourse, 'name' | 'state' | 'lastDay'>;
  renewPath: ReturnType<typeof productPath>;
}

/** Where something bought stands: until when, or that it has ended and how to renew it. */
export function HeldNote({ held, renewPath }: HeldNoteProps) {
  switch (held.state) {
    case 'open':
      return <p className="text-muted-foreground text-sm">有效期至 {held.lastDay}</p>;
    case 'form':
      return (
        <Badge tone="gold" className="self-start">
          待填写报名表
        </Badge>
      );
    case 'not_started':
      return (
        <Badge tone="info" className="self-start">
          尚未开始
        </Badge>
      );
    case 'ended':
      return (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Badge>已于 {held.lastDay} 到期</Badge>
          <Button asChild size="sm" variant="secondary">
            <Link href={renewPath} aria-label={`续费 ${held.name}`}>
              续费
            </Link>
          </Button>
        </div>
      );
  }
}
