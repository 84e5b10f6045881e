import { FormField } from '@/app/admin/_catalogue/edit-form';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { COURSE_TEMPLATE_LABELS, COURSE_TEMPLATES } from '@/lib/domain/catalogue';
import { TEXT_LIMITS } from '@/lib/domain/catalogue-form';
import { Choices } from './course-facts';
import type { CourseDraft } from './course-form';

const TEXTS = [
  { name: 'whyStudy', label: '为什么学' },
  { name: 'whatToStudyBrief', label: '学什么' },
  { name: 'careerImprovement', label: '对职业的帮助' },
  { name: 'prerequisite', label: '先修要求' },
] as const;

/** What the detail page of a course says. */
export function CourseTexts({ course }: { course: CourseDraft }) {
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <FormField name="slogan" label="口号" className="md:col-span-2">
        <Input defaultValue={course.slogan} maxLength={TEXT_LIMITS.name} required />
      </FormField>
      <FormField name="template" label="页面样式">
        <Choices value={course.template} choices={COURSE_TEMPLATES} labels={COURSE_TEMPLATE_LABELS} />
      </FormField>
      <FormField name="videoIntro" label="导览视频" optional hint="大图样式的页首播放，写成 /videos/文件名">
        <Input defaultValue={course.videoIntro ?? ''} maxLength={120} spellCheck={false} />
      </FormField>
      {TEXTS.map(({ name, label }) => (
        <FormField key={name} name={name} label={label}>
          <Textarea defaultValue={course[name]} rows={4} required />
        </FormField>
      ))}
    </div>
  );
}
