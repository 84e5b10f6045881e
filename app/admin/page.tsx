import { AdminHeader } from '@/components/admin/admin-header';
import { requireAdmin } from '@/lib/auth/guards';

export default async function OverviewPage() {
  await requireAdmin();
  return <AdminHeader title="概览" />;
}
