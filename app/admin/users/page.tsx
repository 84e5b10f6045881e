import type { Metadata } from 'next';
import Link from 'next/link';
import { AdminHeader } from '@/components/admin/admin-header';
import { type Column, DataTable } from '@/components/admin/data-table';
import { FilterSelect, FilterText, optionsOf } from '@/components/admin/filter-fields';
import { FilterForm } from '@/components/admin/filter-form';
import { ListFrame } from '@/components/admin/list-frame';
import { RoleBadge } from '@/components/admin/role-badge';
import { Badge } from '@/components/ui/badge';
import { requireAdmin } from '@/lib/auth/guards';
import { listUsers, type UserRow } from '@/lib/data/admin/users';
import { ACCOUNT_ROLE_LABELS } from '@/lib/domain/account';
import { isFiltered } from '@/lib/domain/admin/search-path';
import { readUserSearch, type UserSearch, userPath, userSearchPath } from '@/lib/domain/admin/user-search';
import { formatYuan } from '@/lib/domain/money';
import { shanghaiDay } from '@/lib/domain/shanghai-day';

export const metadata: Metadata = { title: '用户' };

const COLUMNS: readonly Column<UserRow>[] = [
  {
    header: '用户',
    cell: ({ id, username, nickname }) => (
      <Link href={userPath(id)} prefetch={false} className="group inline-grid">
        <span className="text-link group-hover:underline">{nickname}</span>
        <span className="text-muted-foreground text-xs">{username}</span>
      </Link>
    ),
  },
  {
    header: '状态',
    cell: ({ role, isDisabled }) => (
      <span className="flex flex-wrap gap-1">
        <RoleBadge role={role} />
        {isDisabled && <Badge tone="danger">已停用</Badge>}
      </span>
    ),
  },
  { header: '微信', cell: ({ isBound }) => (isBound ? '已绑定' : '—'), from: 'sm', className: 'whitespace-nowrap' },
  { header: '已付订单', cell: ({ paidOrders }) => paidOrders, numeric: true, from: 'md' },
  { header: '累计实付', cell: ({ paidFen }) => formatYuan(paidFen), numeric: true },
  {
    header: '注册日期',
    cell: ({ createdAt }) => shanghaiDay(createdAt),
    from: 'md',
    className: 'whitespace-nowrap tabular-nums',
  },
];

export default async function UsersPage({ searchParams }: PageProps<'/admin/users'>) {
  await requireAdmin();
  const search = readUserSearch(await searchParams);
  const { rows, total, pageCount } = await listUsers(search);
  return (
    <>
      <AdminHeader title="用户" />
      <Filters search={search} />
      <ListFrame
        total={total}
        unit="个用户"
        page={search.page}
        pageCount={pageCount}
        hrefOf={(page) => userSearchPath({ ...search, page })}
      >
        <DataTable label="用户" columns={COLUMNS} rows={rows} keyOf={({ id }) => id} />
      </ListFrame>
    </>
  );
}

function Filters({ search }: { search: UserSearch }) {
  return (
    <FilterForm action="/admin/users" label="筛选用户" clearHref={isFiltered(search) ? userSearchPath({}) : null}>
      <FilterText name="q" label="关键词" value={search.q} placeholder="用户名、昵称或邮箱" />
      <FilterSelect name="role" label="角色" value={search.role} options={optionsOf(ACCOUNT_ROLE_LABELS)} />
      <FilterSelect
        name="bound"
        label="微信"
        value={search.bound}
        options={optionsOf({ yes: '已绑定', no: '未绑定' })}
      />
      <FilterSelect
        name="paid"
        label="付费"
        value={search.paid}
        options={optionsOf({ yes: '付过费', no: '没有付过' })}
      />
      <FilterSelect
        name="disabled"
        label="账号"
        value={search.disabled}
        options={optionsOf({ no: '正常', yes: '已停用' })}
      />
    </FilterForm>
  );
}
