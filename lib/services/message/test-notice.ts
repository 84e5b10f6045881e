import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { wechatUser } from '@/db/schema';
import { NOTICE_TITLES, type Notice } from '@/lib/domain/notice';
import { noticeExample } from '@/lib/domain/notice-carrier';
import { err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { writeAudit } from '../audit/write-audit';
import type { Ctx } from '../ctx';
import { lockAccount } from '../lock-account';
import { putMessage } from './put-message';

/** Sends the administrator an example of a notice, even of one that is off, as a student would get it. */
export async function testNotice(
  ctx: Ctx,
  { notice }: { readonly notice: Notice },
): Promise<Result<null, 'FORBIDDEN' | 'CONFLICT'>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  const { id } = admin.value.actor;
  return ctx.db.transaction(async (tx) => {
    const txCtx = { ...ctx, db: tx };
    await lockAccount(tx, id);
    const [bound] = await tx.select({ id: wechatUser.id }).from(wechatUser).where(eq(wechatUser.accountId, id));
    if (!bound)
      return err('CONFLICT', { detail: '你的账号还没有绑定微信：先在「我的账号 → 微信绑定」里绑定，再发测试' });
    await putMessage(txCtx, {
      accountId: id,
      cause: `test:notice:${notice}:${randomUUID()}`,
      title: `测试：${NOTICE_TITLES[notice]}`,
      content: { kind: 'notice', path: '/account/messages', ...noticeExample(notice) },
    });
    await writeAudit(txCtx, {
      action: 'notice.test',
      subjectKind: 'notice',
      subjectId: notice,
      before: null,
      after: null,
    });
    return ok(null);
  });
}
