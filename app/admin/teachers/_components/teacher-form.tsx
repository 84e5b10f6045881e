import { EditForm, FormField } from '@/app/admin/_catalogue/edit-form';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { ActionState } from '@/lib/action-state';
import type { TeacherForm as TeacherFields } from '@/lib/data/admin/catalogue-school';
import { TEACHER_ROLE_LABELS, TEACHER_ROLES } from '@/lib/domain/catalogue';
import { TEXT_LIMITS } from '@/lib/domain/catalogue-form';

interface TeacherFormProps {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  fields?: Readonly<Record<string, string | number>>;
  submit: string;
  teacher: Pick<TeacherFields, 'name' | 'role' | 'title' | 'signature' | 'brief' | 'avatarHue' | 'username'>;
}

export function TeacherForm({ action, fields, submit, teacher }: TeacherFormProps) {
  return (
    <EditForm action={action} {...(fields && { fields })} submit={submit}>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <FormField name="name" label="姓名">
          <Input defaultValue={teacher.name} maxLength={20} required />
        </FormField>
        <FormField name="role" label="身份">
          <Select defaultValue={teacher.role} required>
            {TEACHER_ROLES.map((role) => (
              <option key={role} value={role}>
                {TEACHER_ROLE_LABELS[role]}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField name="title" label="头衔">
          <Input defaultValue={teacher.title} maxLength={TEXT_LIMITS.name} required />
        </FormField>
        <FormField name="signature" label="签名" hint="老师的一句话">
          <Input defaultValue={teacher.signature} maxLength={TEXT_LIMITS.name} required />
        </FormField>
      </div>
      <FormField name="brief" label="介绍">
        <Textarea defaultValue={teacher.brief} rows={5} required />
      </FormField>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <FormField name="avatarHue" label="头像色相" hint="0–359，色轮上的角度">
          <Input defaultValue={teacher.avatarHue} inputMode="numeric" required />
        </FormField>
        <FormField name="username" label="登录账号" optional hint="导师批改作业用的账号，填用户名">
          <Input defaultValue={teacher.username ?? ''} maxLength={64} spellCheck={false} autoComplete="off" />
        </FormField>
      </div>
    </EditForm>
  );
}
