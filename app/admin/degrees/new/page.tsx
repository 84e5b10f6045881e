import type { Metadata } from 'next';
import { AdminHeader } from '@/components/admin/admin-header';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { requireAdmin } from '@/lib/auth/guards';
import { DegreeForm } from '../_components/degree-form';
import { createDegree } from '../actions';

export const metadata: Metadata = { title: '新建学位课' };

const EMPTY = {
  name: '',
  slug: '',
  brief: '',
  coverHue: 30,
  coverGlyph: '学',
  totalScholarshipFen: 0,
  mentorCompensationBonusFen: 0,
  period: null,
  prerequisite: '',
  position: 0,
};

export default async function NewDegreePage() {
  await requireAdmin();
  return (
    <>
      <AdminHeader
        above={<Breadcrumbs crumbs={[{ label: '学位课', href: '/admin/degrees' }, { label: '新建学位课' }]} />}
        title="新建学位课"
        description="建好以后还没有上线：先添加价格、老师和奖学金，并把课程设为它的模块，再上线。"
      />
      <DegreeForm action={createDegree} submit="创建学位课" degree={EMPTY} />
    </>
  );
}
