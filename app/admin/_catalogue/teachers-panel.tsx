import { Select } from '@/components/ui/select';
import { listTeacherChoices } from '@/lib/data/admin/catalogue-choices';
import { addTeaching } from './actions';
import { EditForm, FormField } from './edit-form';
import { EntryList, Line } from './entry-list';

interface TeachersPanelProps {
  list: 'course-teacher' | 'degree-teacher';
  productId: number;
  teachers: readonly { readonly id: number; readonly name: string; readonly title: string }[];
}

/** Who teaches a course or a degree; the first one stands in the lists of the site. */
export async function TeachersPanel({ list, productId, teachers }: TeachersPanelProps) {
  const choices = await listTeacherChoices();
  const others = choices.filter(({ id }) => !teachers.some((teacher) => teacher.id === id));
  return (
    <EntryList
      title="授课老师"
      list={list}
      parent={productId}
      empty="还没有老师。"
      consequence="页面上不再显示这位老师；老师本身不受影响，随时可以再加回来。"
      entries={teachers.map(({ id, name, title }) => ({
        id,
        title: name,
        content: (
          <Line>
            {name} <span className="text-muted-foreground">{title}</span>
          </Line>
        ),
      }))}
    >
      {others.length === 0 ? (
        <p className="text-muted-foreground text-sm">所有老师都已在名单里。</p>
      ) : (
        <EditForm action={addTeaching} fields={{ productId }} submit="添加老师" variant="secondary">
          <FormField name="teacherId" label="添加老师">
            <Select required>
              {others.map(({ id, name, title }) => (
                <option key={id} value={id}>
                  {name}（{title}）
                </option>
              ))}
            </Select>
          </FormField>
        </EditForm>
      )}
    </EntryList>
  );
}
