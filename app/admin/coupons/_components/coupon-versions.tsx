import Link from 'next/link';
import { type Column, DataTable } from '@/components/admin/data-table';
import type { CouponVersion } from '@/lib/data/admin/coupon-detail';
import type { CouponFamilyFigures, CouponFigures } from '@/lib/data/admin/coupons-figures';
import { couponRecordsPath } from '@/lib/domain/admin/coupon-search';
import { describeRule } from '@/lib/domain/coupon';
import { formatYuan } from '@/lib/domain/money';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import { validityText } from './coupon-words';

interface Row {
  readonly version: CouponVersion;
  /** Null: nobody has a copy of it. */
  readonly figures: CouponFigures | null;
  readonly familyId: number;
}

const COLUMNS: readonly Column<Row>[] = [
  {
    header: '版本',
    cell: ({ version: { version, createdAt, supersededAt }, familyId }) => (
      <>
        <Link
          href={couponRecordsPath(familyId, { version })}
          prefetch={false}
          className="whitespace-nowrap text-link hover:underline"
        >
          第 {version} 版
        </Link>
        <span className="block text-muted-foreground text-xs tabular-nums">
          {supersededAt ? `${shanghaiMinute(createdAt)} – ${shanghaiMinute(supersededAt)}` : '现在的版本'}
        </span>
      </>
    ),
  },
  {
    header: '承诺',
    cell: ({ version }) => (
      <>
        {version.name}
        <span className="block text-muted-foreground text-xs">
          {describeRule(version.rule)}，{version.product ? `限「${version.product.name}」` : '整个订单'}，
          {validityText(version)}
        </span>
      </>
    ),
    className: 'min-w-40',
  },
  { header: '领取', cell: ({ figures }) => figures?.claimed ?? 0, numeric: true },
  { header: '使用', cell: ({ figures }) => figures?.used ?? 0, numeric: true, from: 'sm' },
  { header: '优惠金额', cell: ({ figures }) => formatYuan(figures?.discountFen ?? 0), numeric: true, from: 'md' },
  { header: '带来实付', cell: ({ figures }) => formatYuan(figures?.revenueFen ?? 0), numeric: true, from: 'md' },
];

interface CouponVersionsProps {
  familyId: number;
  versions: readonly CouponVersion[];
  figures: CouponFamilyFigures;
}

/** What each version promised and what came of it, the current one first. */
export function CouponVersions({ familyId, versions, figures }: CouponVersionsProps) {
  const rows = versions.map((version) => ({
    version,
    familyId,
    figures: figures.versions.get(version.version) ?? null,
  }));
  return <DataTable label="版本" columns={COLUMNS} rows={rows} keyOf={({ version }) => version.version} />;
}
