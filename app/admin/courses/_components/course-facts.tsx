import { FormField } from '@/app/admin/_catalogue/edit-form';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { listDegreeChoices, listSubCategoryGroups } from '@/lib/data/admin/catalogue-choices';
import { COURSE_LEVEL_LABELS, COURSE_LEVELS, COURSE_TYPE_LABELS, COURSE_TYPES } from '@/lib/domain/catalogue';
import type { CourseDraft } from './course-form';

/** Where a course belongs, how long it takes, where its files are. */
export async function CourseFacts({ course }: { course: CourseDraft }) {
  const [groups, degrees] = await Promise.all([listSubCategoryGroups(), listDegreeChoices()]);
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-3">
      <FormField name="subCategoryId" label="子分类">
        <Select defaultValue={course.subCategoryId ?? ''} required>
          {course.subCategoryId === null && <option value="">请选择</option>}
          {groups.map((group) => (
            <optgroup key={group.id} label={group.name}>
              {group.subCategories.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </FormField>
      <FormField name="courseType" label="课程类型">
        <Choices value={course.courseType} choices={COURSE_TYPES} labels={COURSE_TYPE_LABELS} />
      </FormField>
      <FormField name="degreeCourseId" label="所属学位课" hint="只有学位模块填写">
        <Select defaultValue={course.degreeCourseId ?? ''}>
          <option value="">不属于学位课</option>
          {degrees.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField name="level" label="难度">
        <Choices value={course.level} choices={COURSE_LEVELS} labels={COURSE_LEVEL_LABELS} />
      </FormField>
      <FormField name="hours" label="课时（小时）">
        <Input defaultValue={course.hours ?? ''} inputMode="numeric" required />
      </FormField>
      <FormField name="period" label="建议周期（天）">
        <Input defaultValue={course.period ?? ''} inputMode="numeric" required />
      </FormField>
      <FormField name="publishedOn" label="发布日期">
        <Input type="date" defaultValue={course.publishedOn} required />
      </FormField>
      <FormField name="position" label="排序" hint="小的在前">
        <Input defaultValue={course.position} inputMode="numeric" required />
      </FormField>
      <FormField name="attachmentPath" label="课件" optional hint="服务器 content/materials 里的文件名">
        <Input defaultValue={course.attachmentPath ?? ''} maxLength={100} spellCheck={false} />
      </FormField>
    </div>
  );
}

interface ChoicesProps<T extends string> {
  value: T;
  choices: readonly T[];
  labels: Readonly<Record<T, string>>;
}

export function Choices<T extends string>({ value, choices, labels }: ChoicesProps<T>) {
  return (
    <Select defaultValue={value} required>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {labels[choice]}
        </option>
      ))}
    </Select>
  );
}
