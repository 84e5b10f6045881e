import { z } from 'zod';
import { ACCOUNT_ROLES } from '@/lib/domain/account';
import { choiceParam, pageParam, searchPath, textParam } from './search-path';

const YES_NO = ['yes', 'no'] as const;

const searchSchema = z.object({
  /** Part of a username, a nickname or an e-mail address. */
  q: textParam,
  role: choiceParam(ACCOUNT_ROLES),
  /** Whether a WeChat is bound. */
  bound: choiceParam(YES_NO),
  /** Whether an order was ever paid. */
  paid: choiceParam(YES_NO),
  disabled: choiceParam(YES_NO),
  page: pageParam,
});
export type UserSearch = z.output<typeof searchSchema>;

export const readUserSearch = (search: Readonly<Record<string, unknown>>): UserSearch =>
  searchSchema.parse({
    q: search.q,
    role: search.role,
    bound: search.bound,
    paid: search.paid,
    disabled: search.disabled,
    page: search.page,
  });

export const userSearchPath = (search: Partial<UserSearch>) => searchPath('/admin/users', search);

export const userPath = (accountId: number) => `/admin/users/${accountId}` as const;
