import { Briefcase, Compass, Footprints, Lightbulb } from 'lucide-react';
import { PageSection } from '@/components/course/page-section';
import type { CoursePageData } from '@/lib/data/catalogue-course';
import { IntroVideo } from './intro-video';

export function CourseIntro({ course }: { course: CoursePageData }) {
  const { detail } = course;
  const parts = [
    { icon: Lightbulb, title: '为什么学', text: detail.whyStudy },
    { icon: Compass, title: '学什么', text: detail.whatToStudyBrief },
    { icon: Briefcase, title: '职业提升', text: detail.careerImprovement },
    { icon: Footprints, title: '先修要求', text: detail.prerequisite },
  ];
  return (
    <PageSection id="intro" title="课程介绍">
      <div className="grid gap-4">
        {course.template === 'classic' && detail.videoIntro && (
          <IntroVideo path={detail.videoIntro} name={course.name} />
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          {parts.map(({ icon: Icon, title, text }) => (
            <div key={title} className="rounded-lg border bg-card p-5 shadow-card">
              <h3 className="mb-2 flex items-center gap-2 font-semibold">
                <Icon aria-hidden className="size-5 text-primary-ink" />
                {title}
              </h3>
              <p className="whitespace-pre-line text-muted-foreground">{text}</p>
            </div>
          ))}
        </div>
      </div>
    </PageSection>
  );
}
