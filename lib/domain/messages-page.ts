import { z } from 'zod';

const MOST_PAGES = 10_000;
const pageSchema = z.coerce.number().int().min(1).max(MOST_PAGES).catch(1);

/** Which page of 消息 the address asks for, from 1. Whatever makes no sense is the first. */
export const readMessagesPage = (search: Readonly<Record<string, unknown>>): number => pageSchema.parse(search.page);

export const messagesPath = (page: number): '/account/messages' | `/account/messages?page=${number}` =>
  page > 1 ? `/account/messages?page=${page}` : '/account/messages';
