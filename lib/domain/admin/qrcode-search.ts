import { z } from 'zod';

const MOST_PAGES = 10_000;
const searchSchema = z.object({
  page: z.coerce.number().int().min(1).max(MOST_PAGES).catch(1),
  /** Those put away. */
  archived: z
    .literal('1')
    .transform(() => true)
    .catch(() => false),
});
export type QrcodeSearch = z.output<typeof searchSchema>;

export const readQrcodeSearch = (search: Readonly<Record<string, unknown>>): QrcodeSearch => searchSchema.parse(search);

export function qrcodesPath({
  page,
  archived,
}: QrcodeSearch): '/admin/wechat/qrcodes' | `/admin/wechat/qrcodes?${string}` {
  const query = new URLSearchParams({ ...(archived && { archived: '1' }), ...(page > 1 && { page: String(page) }) });
  return query.size === 0 ? '/admin/wechat/qrcodes' : `/admin/wechat/qrcodes?${query.toString()}`;
}
