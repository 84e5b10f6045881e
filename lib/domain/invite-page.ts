import { z } from 'zod';

const MOST_PAGES = 10_000;
const pageSchema = z.coerce.number().int().min(1).max(MOST_PAGES).catch(1);

/** Which page of 我的邀请 the address asks for, from 1. Whatever makes no sense is the first. */
export const readInvitePage = (search: Readonly<Record<string, unknown>>): number => pageSchema.parse(search.page);

export const ownInvitesPath = (page: number): '/account/invite' | `/account/invite?page=${number}` =>
  page > 1 ? `/account/invite?page=${page}` : '/account/invite';
