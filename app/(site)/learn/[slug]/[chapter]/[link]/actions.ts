'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { accountAction } from '@/lib/action';
import { markSection } from '@/lib/services/learning/mark-section';

const schema = z.object({ sectionId: z.coerce.number().int().positive(), isCompleted: z.stringbool() });

/** 标记完成: fields `sectionId`, `isCompleted` (what it shall be). */
export const setCompleted = accountAction({ schema, from: '/learn' }, async (ctx, input) => {
  const marked = await markSection(ctx, input);
  refresh();
  return marked;
});
