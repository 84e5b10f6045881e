import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { wechatUser } from '@/db/schema';
import type { CampaignForm } from '@/lib/domain/admin/campaign-form';
import { err, ok, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { writeAudit } from '../audit/write-audit';
import type { Ctx } from '../ctx';
import { lockAccount } from '../lock-account';
import { putMessage } from '../message/put-message';
import { checkContent } from './check-content';

/** Sends the message as it stands to the administrator who writes it, and to nobody else. */
export async function sendTest(
  ctx: Ctx,
  { title, content: draft }: Pick<CampaignForm, 'title' | 'content'>,
): Promise<Result<null, 'FORBIDDEN' | 'INVALID_INPUT'>> {
  const admin = authoriseAdmin(ctx);
  if (!admin.ok) return admin;
  const checked = await checkContent(ctx, draft);
  if (!checked.ok) return checked;
  const { id } = admin.value.actor;
  return ctx.db.transaction(async (tx) => {
    const txCtx = { ...admin.value, db: tx };
    await lockAccount(tx, id);
    if ((await tx.$count(wechatUser, eq(wechatUser.accountId, id))) === 0) {
      return err('INVALID_INPUT', { detail: '你的账号还没有绑定微信，绑定后才能试发给自己' });
    }
    const content = checked.value;
    await putMessage(txCtx, { accountId: id, cause: `test:${randomUUID()}`, topic: 'news', title, content });
    await writeAudit(txCtx, {
      action: 'campaign.test',
      subjectKind: 'account',
      subjectId: id,
      before: null,
      after: { title, kind: content.kind },
    });
    return ok(null);
  });
}
