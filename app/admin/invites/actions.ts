'use server';

import { shown } from '@/app/admin/_catalogue/shown';
import { adminAction } from '@/lib/action';
import { inviteRuleSchema } from '@/lib/domain/admin/invite-rule-form';
import { saveInviteRule } from '@/lib/services/invite/save-rule';

export const saveRule = adminAction({ schema: inviteRuleSchema, message: '邀请奖励已保存' }, async (ctx, input) =>
  shown(await saveInviteRule(ctx, input)),
);
