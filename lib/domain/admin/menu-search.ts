import { z } from 'zod';
import { idParam, pageParam, searchPath } from './search-path';

const menuSearchSchema = z.object({
  /** The version that the editor begins with; null: the last one. */
  from: idParam.nullable().catch(null),
  page: pageParam,
});
export type MenuSearch = z.output<typeof menuSearchSchema>;

export const readMenuSearch = ({ from, page }: Readonly<Record<string, unknown>>): MenuSearch =>
  menuSearchSchema.parse({ from: from ?? null, page });
export const menuSearchPath = (search: Partial<MenuSearch>) => searchPath('/admin/wechat/menu', search);
export const menuPath = (id: number) => `/admin/wechat/menu/${id}` as const;
