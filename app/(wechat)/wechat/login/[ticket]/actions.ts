'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { readBindingSecret } from '@/lib/auth/binding-cookie';
import { createCtx } from '@/lib/context';
import { requestLog } from '@/lib/request-log';
import { answerLogin } from '@/lib/services/wechat/answer-login';

const schema = z.object({ ticketId: z.coerce.number().int().positive(), answer: z.enum(['allow', 'refuse']) });

/** What the person answers on the phone; the secret of the scan is what allows it. The page shows what came of it. */
export async function answerTicket(form: FormData): Promise<void> {
  const input = schema.safeParse({ ticketId: form.get('ticketId'), answer: form.get('answer') });
  const confirm = await readBindingSecret();
  if (!input.success || confirm === null) redirect('/wechat/problem/used');
  const ctx = createCtx({ kind: 'visitor' }, await requestLog());
  const answered = await answerLogin(ctx, { ...input.data, confirm });
  if (!answered.ok && answered.error.code === 'ACCOUNT_DISABLED') redirect('/wechat/problem/disabled');
  redirect(`/wechat/login/${input.data.ticketId}`);
}
