import { z } from 'zod';
import { ACCOUNT_ROLE_LABELS, ACCOUNT_ROLES } from '@/lib/domain/account';
import { choiceParam, idParam, textParam } from './search-path';

/** any: at least one product; none: not one; a number: that product. Null: whatever was bought. */
const boughtParam = z
  .union([z.enum(['any', 'none']), idParam])
  .nullable()
  .catch(null);

/** Which bound accounts. Disabled ones are never meant. */
export const filterSchema = z.object({ q: textParam, role: choiceParam(ACCOUNT_ROLES), bought: boughtParam });
export type AudienceFilter = z.output<typeof filterSchema>;

/** Whom an administrator asked for: people picked by hand, or everyone who fits a filter. */
export type Audience =
  | { readonly kind: 'picked'; readonly accountIds: readonly number[] }
  | { readonly kind: 'matching'; readonly filter: AudienceFilter };

/** The audience in words; `productName` is that of a filter's product. */
export function audienceWords(audience: Audience, productName: string | null): string {
  if (audience.kind === 'picked') return `挑选的 ${audience.accountIds.length} 位用户`;
  const { q, role, bought } = audience.filter;
  const parts = [
    q === '' ? null : `搜索「${q}」`,
    role === null ? null : ACCOUNT_ROLE_LABELS[role],
    boughtWords(bought, productName),
  ].filter((part) => part !== null);
  return parts.length === 0 ? '全部已绑定微信的用户' : `已绑定微信的用户：${parts.join('，')}`;
}

function boughtWords(bought: AudienceFilter['bought'], productName: string | null): string | null {
  if (bought === null) return null;
  if (bought === 'any') return '买过课程';
  return bought === 'none' ? '还没有买过课程' : `买过「${productName ?? bought}」`;
}
