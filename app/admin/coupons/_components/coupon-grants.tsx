import Link from 'next/link';
import { PanelEmpty } from '@/components/admin/panel';
import type { CouponForAdmin } from '@/lib/data/admin/coupon-detail';
import { grantPath } from '@/lib/domain/admin/coupon-search';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';

interface CouponGrantsProps {
  familyId: number;
  grants: CouponForAdmin['grants'];
}

/** The last lists of accounts that were given a copy. */
export function CouponGrants({ familyId, grants }: CouponGrantsProps) {
  if (grants.length === 0) return <PanelEmpty>还没有按名单发放过。</PanelEmpty>;
  return (
    <ul className="divide-y text-sm">
      {grants.map(({ id, granted, doneAt, by }) => (
        <li key={id} className="px-4 py-1.5">
          <Link href={grantPath(familyId, id)} prefetch={false} className="group block min-h-9">
            <span className="text-link group-hover:underline">{granted} 张</span>
            <span className="block text-muted-foreground text-xs tabular-nums">
              {doneAt && shanghaiMinute(doneAt)} · {by.username}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
