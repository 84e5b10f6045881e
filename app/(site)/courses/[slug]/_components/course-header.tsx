import { PlayCircle } from 'lucide-react';
import Link from 'next/link';
import { Cover } from '@/components/course/cover';
import { Badge } from '@/components/ui/badge';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { CoursePageData } from '@/lib/data/catalogue-course';
import { COURSE_LEVEL_LABELS, COURSE_TYPE_LABELS } from '@/lib/domain/catalogue';
import { lessonPath } from '@/lib/domain/learn-paths';
import { IntroVideo } from './intro-video';

/** Two ways to open the page: a quiet band, or a wide dark one around the film. */
export function CourseHeader({ course }: { course: CoursePageData }) {
  const showcase = course.template === 'showcase';
  return (
    <header className={cn('border-b', showcase ? 'bg-footer text-footer-foreground' : 'bg-muted')}>
      <div
        className={cn(
          'container-page grid items-center gap-8 py-6 sm:py-10',
          showcase ? 'lg:grid-cols-[1fr_1.1fr] lg:py-14' : 'lg:grid-cols-[1fr_22rem] lg:gap-12',
        )}
      >
        <div className="grid content-start gap-4">
          <div className={cn(showcase && '[&_*]:text-footer-muted')}>
            <Breadcrumbs
              crumbs={[
                { label: '课程', href: '/courses' },
                { label: course.category.name, href: `/courses?category=${course.category.slug}` },
                { label: course.subCategory.name, href: `/courses?sub=${course.subCategory.slug}` },
              ]}
            />
          </div>
          <div className="flex flex-wrap gap-2">
            <Badge tone="primary">{COURSE_TYPE_LABELS[course.courseType]}</Badge>
            <Badge tone="gold">{COURSE_LEVEL_LABELS[course.level]}</Badge>
            {course.status === 'upcoming' && <Badge tone="info">即将上线</Badge>}
          </div>
          <h1 className="font-bold text-3xl sm:text-4xl">{course.name}</h1>
          <p className={cn('text-lg', showcase ? 'text-primary' : 'text-primary-ink')}>{course.detail.slogan}</p>
          <p className={cn('max-w-2xl', showcase ? 'text-footer-muted' : 'text-muted-foreground')}>{course.brief}</p>
          <TrialLink course={course} />
        </div>
        {showcase && course.detail.videoIntro ? (
          <IntroVideo path={course.detail.videoIntro} name={course.name} />
        ) : (
          <Cover
            name={course.name}
            hue={course.coverHue}
            glyph={course.coverGlyph}
            className="rounded-lg shadow-card max-lg:hidden"
          />
        )}
      </div>
    </header>
  );
}

/** To the first section that is open to everyone. */
function TrialLink({ course }: { course: CoursePageData }) {
  const [trial] = course.chapters.flatMap(({ number, sections }) =>
    sections.filter(({ isFreeTrial }) => isFreeTrial).map(({ link }) => lessonPath(course.slug, number, link)),
  );
  if (!trial || course.status === 'upcoming') return null;
  return (
    <div>
      <Button asChild variant={course.template === 'showcase' ? 'primary' : 'secondary'}>
        <Link href={trial} prefetch={false}>
          <PlayCircle aria-hidden className="size-5" />
          免费试学
        </Link>
      </Button>
    </div>
  );
}
