import { z } from 'zod';

/** The tabs of 我的优惠券. The dates decide between 可用 and 已过期, not whether the expiry job has run. */
export const WALLET_TABS = ['usable', 'locked', 'used', 'expired'] as const;
export type WalletTab = (typeof WALLET_TABS)[number];
export const WALLET_TAB_LABELS = {
  usable: '可用',
  locked: '已锁定',
  used: '已使用',
  expired: '已过期',
} as const satisfies Record<WalletTab, string>;

const MOST_PAGES = 10_000;
const pageSchema = z.coerce.number().int().min(1).max(MOST_PAGES).catch(1);

/** What the address asks for. Whatever makes no sense counts as not asked. */
const querySchema = z.object({ tab: z.enum(WALLET_TABS).catch('usable'), page: pageSchema });
export type WalletQuery = z.output<typeof querySchema>;

type Search = Readonly<Record<string, unknown>>;

export const readWalletQuery = (search: Search): WalletQuery =>
  querySchema.parse({ tab: search.tab, page: search.page });

/** The address of a list of coupons; what is usual is left out. */
export function walletPath({ tab, page }: WalletQuery): '/account/coupons' | `/account/coupons?${string}` {
  const search = new URLSearchParams();
  if (tab !== 'usable') search.set('tab', tab);
  if (page > 1) search.set('page', String(page));
  const text = search.toString();
  return text === '' ? '/account/coupons' : `/account/coupons?${text}`;
}

/** Which page of 领券中心 the address asks for, from 1. */
export const readCentrePage = (search: Search): number => pageSchema.parse(search.page);

export const centrePath = (page: number): '/coupons' | `/coupons?page=${number}` =>
  page > 1 ? `/coupons?page=${page}` : '/coupons';
