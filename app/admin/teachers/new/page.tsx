import type { Metadata } from 'next';
import { AdminHeader } from '@/components/admin/admin-header';
import { Panel } from '@/components/admin/panel';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireAdmin } from '@/lib/auth/guards';
import { TeacherForm } from '../_components/teacher-form';
import { addTeacher } from '../actions';

export const metadata: Metadata = { title: '新建老师' };

const EMPTY = {
  name: '',
  role: 'lecturer',
  title: '',
  signature: '',
  brief: '',
  avatarHue: 210,
  username: null,
} as const;

export default async function NewTeacherPage() {
  await requireAdmin();
  return (
    <>
      <AdminHeader
        above={<Breadcrumbs crumbs={[{ label: '讲师', href: '/admin/teachers' }, { label: '新建老师' }]} />}
        title="新建老师"
      />
      <Panel title="资料">
        <TeacherForm action={addTeacher} submit="创建老师" teacher={EMPTY} />
      </Panel>
    </>
  );
}
