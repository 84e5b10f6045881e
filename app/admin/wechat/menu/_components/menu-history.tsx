import Link from 'next/link';
import { type Column, DataTable } from '@/components/admin/data-table';
import type { MenuVersion } from '@/lib/data/admin/wechat-menu';
import { menuPath } from '@/lib/domain/admin/menu-search';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import { MenuBadge } from './menu-badge';

const COLUMNS: readonly Column<MenuVersion>[] = [
  {
    header: '版本',
    cell: ({ id }) => (
      <Link
        href={menuPath(id)}
        prefetch={false}
        className="inline-flex min-h-9 items-center font-medium text-link tabular-nums hover:underline"
      >
        #{id}
      </Link>
    ),
  },
  { header: '状态', cell: ({ state }) => <MenuBadge state={state} />, className: 'whitespace-nowrap' },
  {
    header: '按钮',
    cell: ({ buttons, note, failure }) => (
      <>
        {buttons.map(({ name }) => name).join('、')}
        {note !== '' && <span className="block break-words text-muted-foreground text-xs">{note}</span>}
        {failure !== null && <span className="block text-danger-ink text-xs">{failure}</span>}
      </>
    ),
    className: 'min-w-40',
  },
  { header: '谁', cell: ({ author }) => author.username, from: 'sm' },
  {
    header: '时间',
    cell: ({ createdAt }) => shanghaiMinute(createdAt),
    className: 'whitespace-nowrap tabular-nums text-muted-foreground',
  },
];

/** Every version, the newest first. */
export const MenuHistory = ({ versions }: { versions: readonly MenuVersion[] }) => (
  <DataTable label="菜单的历史" columns={COLUMNS} rows={versions} keyOf={({ id }) => id} />
);
