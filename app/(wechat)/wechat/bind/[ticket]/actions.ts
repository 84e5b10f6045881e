'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { readBindingSecret } from '@/lib/auth/binding-cookie';
import { createCtx } from '@/lib/context';
import { requestLog } from '@/lib/request-log';
import { answerBinding } from '@/lib/services/wechat/answer-binding';

const schema = z.object({ ticketId: z.coerce.number().int().positive(), answer: z.enum(['bind', 'refuse']) });

/**
 * What the person answers on the phone, who is not signed in: the secret of the scan is what allows it. The page then
 * shows what became of the ticket, so that answering twice or loading it again changes nothing.
 */
export async function answerTicket(form: FormData): Promise<void> {
  const input = schema.safeParse({ ticketId: form.get('ticketId'), answer: form.get('answer') });
  const confirm = await readBindingSecret();
  if (!input.success || confirm === null) redirect('/wechat/problem/used');
  const ctx = createCtx({ kind: 'visitor' }, await requestLog());
  await answerBinding(ctx, { ...input.data, confirm });
  redirect(`/wechat/bind/${input.data.ticketId}`);
}
