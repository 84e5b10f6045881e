import { z } from 'zod';
import { COUPON_CHANNELS, COUPON_KINDS, COUPON_SOURCES } from '@/lib/domain/coupon-kinds';
import { COUPON_RECORD_STATUSES } from '@/lib/domain/states';
import { choiceParam, idParam, pageParam, searchPath, textParam } from './search-path';

type Params = Readonly<Record<string, unknown>>;

/** Whether copies of a coupon can be had; the first that is true counts. */
export const COUPON_STATES = ['stopped', 'over', 'sold_out', 'soon', 'now'] as const;
export type CouponState = (typeof COUPON_STATES)[number];
export const COUPON_STATE_LABELS = {
  now: '发放中',
  soon: '未开始',
  over: '已结束',
  sold_out: '已领完',
  stopped: '已停发',
} as const satisfies Record<CouponState, string>;

const couponSearchSchema = z.object({
  /** Part of a name. */
  q: textParam,
  kind: choiceParam(COUPON_KINDS),
  /** Whether it is bound to a product. */
  bound: choiceParam(['yes', 'no']),
  channel: choiceParam(COUPON_CHANNELS),
  state: choiceParam(COUPON_STATES),
  page: pageParam,
});
export type CouponSearch = z.output<typeof couponSearchSchema>;

export const readCouponSearch = ({ q, kind, bound, channel, state, page }: Params): CouponSearch =>
  couponSearchSchema.parse({ q, kind, bound, channel, state, page });
export const couponSearchPath = (search: Partial<CouponSearch>) => searchPath('/admin/coupons', search);

/** The pages about one coupon, by its family. */
export const couponPath = (id: number) => `/admin/coupons/${id}` as const;

/** The greatest that its column holds. */
const MOST_VERSIONS = 2_147_483_647;

const recordSearchSchema = z.object({
  /** Part of an account's names, or the number of a copy. */
  q: textParam,
  status: choiceParam(COUPON_RECORD_STATUSES),
  source: choiceParam(COUPON_SOURCES),
  /** The version of the rule. */
  version: idParam.max(MOST_VERSIONS).nullable().catch(null),
  page: pageParam,
});
export type CouponRecordSearch = z.output<typeof recordSearchSchema>;

export const readCouponRecordSearch = ({ q, status, source, version, page }: Params): CouponRecordSearch =>
  recordSearchSchema.parse({ q, status, source, version, page });
export const couponRecordsPath = (id: number, search: Partial<CouponRecordSearch>) =>
  searchPath(`/admin/coupons/${id}/records`, search);
export const couponRecordsFile = (id: number, search: CouponRecordSearch) =>
  searchPath(`/admin/coupons/${id}/records/download`, { ...search, page: 1 });

const CODE_STATES = ['left', 'used'] as const;
const codeSearchSchema = z.object({
  /** The beginning of a code. */
  q: textParam,
  /** Whether it can be used once more. */
  state: choiceParam(CODE_STATES),
  /** Generated together. */
  batch: z.uuid().nullable().catch(null),
  page: pageParam,
});
export type CouponCodeSearch = z.output<typeof codeSearchSchema>;

export const readCouponCodeSearch = ({ q, state, batch, page }: Params): CouponCodeSearch =>
  codeSearchSchema.parse({ q, state, batch, page });
export const couponCodesPath = (id: number, search: Partial<CouponCodeSearch>) =>
  searchPath(`/admin/coupons/${id}/codes`, search);
export const couponCodesFile = (id: number, search: CouponCodeSearch) =>
  searchPath(`/admin/coupons/${id}/codes/download`, { ...search, page: 1 });

export const GRANT_TABS = ['granted', 'limit_reached', 'sold_out', 'disabled', 'problems'] as const;
export type GrantTab = (typeof GRANT_TABS)[number];
export const GRANT_TAB_LABELS = {
  granted: '将会得到',
  limit_reached: '已达上限',
  sold_out: '数量不够',
  disabled: '账号已停用',
  problems: '名单有误',
} as const satisfies Record<GrantTab, string>;

const grantSearchSchema = z.object({ tab: z.enum(GRANT_TABS).catch('granted'), page: pageParam });
export type GrantSearch = z.output<typeof grantSearchSchema>;

export const readGrantSearch = ({ tab, page }: Params): GrantSearch => grantSearchSchema.parse({ tab, page });
export const grantPath = (id: number, grantId: number, { tab, page }: GrantSearch = { tab: 'granted', page: 1 }) =>
  searchPath(`/admin/coupons/${id}/grant/${grantId}`, { tab: tab === 'granted' ? null : tab, page });
