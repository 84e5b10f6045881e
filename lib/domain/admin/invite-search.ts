import { z } from 'zod';

/** How far back the funnel looks, in days; all: since the beginning. */
export const FUNNEL_SPANS = ['7', '30', '90', 'all'] as const;
export type FunnelSpan = (typeof FUNNEL_SPANS)[number];
export const FUNNEL_SPAN_LABELS = {
  7: '近 7 天',
  30: '近 30 天',
  90: '近 90 天',
  all: '全部',
} as const satisfies Record<FunnelSpan, string>;

const spanSchema = z.enum(FUNNEL_SPANS).catch('30');

export const readFunnelSpan = (search: Readonly<Record<string, unknown>>): FunnelSpan => spanSchema.parse(search.days);

/** Days; null: all. */
export const spanDays = (span: FunnelSpan): number | null => (span === 'all' ? null : Number(span));

export const invitesPath = (span: FunnelSpan): '/admin/invites' | `/admin/invites?days=${FunnelSpan}` =>
  span === '30' ? '/admin/invites' : `/admin/invites?days=${span}`;
