import { z } from 'zod';
import { ACCOUNT_ROLE_LABELS, ACCOUNT_ROLES } from '@/lib/domain/account';
import { choiceParam, idParam, textParam } from './search-path';

/** any: at least one product; none: not one; a number: that product. Null: whatever was bought. */
const boughtParam = z
  .union([z.enum(['any', 'none']), idParam])
  .nullable()
  .catch(null);

const MOST_DAYS = 365;
const daysParam = z.coerce.number().int().min(1).max(MOST_DAYS).nullable().catch(null);

/** Which bound accounts; all that is asked for has to fit. Disabled ones, and those who muted news, are never meant. */
export const filterSchema = z.object({
  q: textParam,
  role: choiceParam(ACCOUNT_ROLES),
  bought: boughtParam,
  /** An order waits for its payment. */
  unpaid: choiceParam(['yes']),
  /** A course ends within so many days: the one that `bought` names, else any. */
  expiring: daysParam,
  /** May study, and has not for so many days. */
  idle: daysParam,
});
export type AudienceFilter = z.output<typeof filterSchema>;

/** Whom an administrator asked for: people picked by hand, named in a list, or everyone who fits a filter. */
export type Audience =
  | { readonly kind: 'picked'; readonly accountIds: readonly number[] }
  | { readonly kind: 'listed'; readonly accountIds: readonly number[] }
  | { readonly kind: 'matching'; readonly filter: AudienceFilter };

/** The audience in words; `productName` is that of a filter's product. */
export function audienceWords(audience: Audience, productName: string | null): string {
  if (audience.kind === 'picked') return `挑选的 ${audience.accountIds.length} 位用户`;
  if (audience.kind === 'listed') return `名单里的 ${audience.accountIds.length} 位用户`;
  // Campaigns of earlier days knew fewer conditions.
  const { q, role, bought, unpaid, expiring, idle } = filterSchema.parse(audience.filter);
  const parts = [
    q === '' ? null : `搜索「${q}」`,
    role === null ? null : ACCOUNT_ROLE_LABELS[role],
    boughtWords(bought, productName),
    unpaid === null ? null : '有待支付的订单',
    expiring === null ? null : `课程 ${expiring} 天内到期`,
    idle === null ? null : `${idle} 天没有学习`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? '全部已绑定微信的用户' : `已绑定微信的用户：${parts.join('，')}`;
}

function boughtWords(bought: AudienceFilter['bought'], productName: string | null): string | null {
  if (bought === null) return null;
  if (bought === 'any') return '买过课程';
  return bought === 'none' ? '还没有买过课程' : `买过「${productName ?? bought}」`;
}
