import { Download, PlayCircle } from 'lucide-react';
import Link from 'next/link';
import { ProgressBar } from '@/components/learn/progress-bar';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Button } from '@/components/ui/button';
import type { CourseProgress } from '@/lib/data/learning/progress';
import type { StudyCourse } from '@/lib/data/learning/study-course';
import { lessonPath } from '@/lib/domain/learn-paths';

interface CourseHeaderProps {
  course: StudyCourse;
  lastDay: string;
  progress: CourseProgress | null;
}

export function CourseHeader({ course, lastDay, progress }: CourseHeaderProps) {
  return (
    <header className="grid gap-4">
      <Breadcrumbs crumbs={[{ label: '我的学习', href: '/learn' }, { label: course.name }]} />
      <div className="grid gap-1">
        <h1 className="font-bold text-2xl sm:text-3xl">{course.name}</h1>
        <p className="text-muted-foreground">
          有效期至 {lastDay}
          {progress && ` · 已完成 ${progress.completed} / ${progress.sections} 节`}
        </p>
      </div>
      {progress && <ProgressBar label="课程进度" percent={progress.percent} className="max-w-xl" />}
      <div className="flex flex-wrap gap-3">
        {progress && (
          <Button asChild>
            <Link href={lessonPath(course.slug, progress.resume.chapter, progress.resume.link)}>
              <PlayCircle aria-hidden className="size-5" />
              {progress.resume.isFirst ? '开始学习' : `继续学习：${progress.resume.name}`}
            </Link>
          </Button>
        )}
        {course.hasMaterials && (
          <Button asChild variant="secondary">
            <a href={`/api/learn/materials/${course.slug}`} download>
              <Download aria-hidden className="size-5" />
              下载课件
            </a>
          </Button>
        )}
      </div>
    </header>
  );
}
