import { EditForm } from '@/app/admin/_catalogue/edit-form';
import { ProductFields } from '@/app/admin/_catalogue/product-fields';
import { Panel } from '@/components/admin/panel';
import type { ActionState } from '@/lib/action-state';
import type { CourseFields } from '@/lib/data/admin/catalogue-product';
import { CourseFacts } from './course-facts';
import { CourseTexts } from './course-texts';

export type CourseDraft = Omit<CourseFields, 'version' | 'subCategoryId' | 'period' | 'hours'> & {
  /** Null: nothing chosen or typed yet. */
  readonly subCategoryId: number | null;
  readonly period: number | null;
  readonly hours: number | null;
};

interface CourseFormProps {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  fields?: Readonly<Record<string, string | number>>;
  submit: string;
  course: CourseDraft;
}

/** Everything that a course is by itself; prices, chapters, teachers and texts in lists have pages of their own. */
export function CourseForm({ action, fields, submit, course }: CourseFormProps) {
  return (
    <EditForm action={action} {...(fields && { fields })} submit={submit}>
      <Panel title="基本信息">
        <div className="grid gap-4">
          <ProductFields site="/courses/" product={course} />
        </div>
      </Panel>
      <Panel title="归类与安排">
        <CourseFacts course={course} />
      </Panel>
      <Panel title="详情页">
        <CourseTexts course={course} />
      </Panel>
    </EditForm>
  );
}
