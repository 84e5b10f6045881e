'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { shown } from '@/app/admin/_catalogue/shown';
import { adminAction } from '@/lib/action';
import { menuPath } from '@/lib/domain/admin/menu-search';
import { menuFormSchema, menuVersionSchema } from '@/lib/domain/wechat/menu-form';
import { publishMenu } from '@/lib/services/wechat-menu/publish-menu';
import { republishMenu as republishMenuOf } from '@/lib/services/wechat-menu/republish-menu';
import { saveMenu } from '@/lib/services/wechat-menu/save-menu';

const submitSchema = menuFormSchema.and(z.object({ intent: z.literal('publish').optional().catch(undefined) }));

/** The editor's two buttons. Sent by Enter, the menu is only kept. */
export const submitMenu = adminAction(
  {
    schema: submitSchema,
    message: ({ intent }) =>
      intent === 'publish'
        ? '已发布。关注者最多 5 分钟后看到新的菜单，重新关注可以立刻看到'
        : '草稿已保存，关注者看到的菜单没有变',
  },
  async (ctx, { intent, ...menu }) =>
    shown(await (intent === 'publish' ? publishMenu(ctx, menu) : saveMenu(ctx, menu))),
);

/** Leads to the new version, which says what became of it. */
export const republishMenu = adminAction({ schema: menuVersionSchema }, async (ctx, input) => {
  const published = await republishMenuOf(ctx, input);
  if (!published.ok) return shown(published);
  redirect(menuPath(published.value));
});
