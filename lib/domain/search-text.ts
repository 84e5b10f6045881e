import { z } from 'zod';

const LONGEST = 50;

/** What an address asks for in words; nothing when there is too much of it. PostgreSQL takes no zero character in a text. */
export const searchText = z
  .string()
  .transform((text) => text.replaceAll('\0', ''))
  .pipe(z.string().trim().max(LONGEST))
  .catch('');
