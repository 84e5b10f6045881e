import { BarChart3, CalendarDays, Clock, FileDown, ListVideo, Users } from 'lucide-react';
import type { CoursePageData } from '@/lib/data/catalogue-course';
import { COURSE_LEVEL_LABELS } from '@/lib/domain/catalogue';

export function CourseFacts({ course }: { course: CoursePageData }) {
  const sectionCount = course.chapters.reduce((sum, { sections }) => sum + sections.length, 0);
  const facts = [
    { icon: Clock, label: '课时', value: `${course.detail.hours} 小时` },
    { icon: ListVideo, label: '内容', value: `${course.chapters.length} 章 ${sectionCount} 节` },
    { icon: CalendarDays, label: '建议学习', value: `${course.period} 天` },
    { icon: BarChart3, label: '难度', value: COURSE_LEVEL_LABELS[course.level] },
    { icon: FileDown, label: '课件', value: course.attachmentPath ? '可下载' : '在线阅读' },
    { icon: Users, label: '在学', value: course.studentCount > 0 ? `${course.studentCount} 人` : '等你第一个' },
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      {facts.map(({ icon: Icon, label, value }) => (
        <div key={label} className="grid gap-0.5 rounded-lg border bg-card px-4 py-3">
          <dt className="flex items-center gap-2 text-muted-foreground text-sm">
            <Icon aria-hidden className="size-4 shrink-0 text-primary-ink" />
            {label}
          </dt>
          <dd className="font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
