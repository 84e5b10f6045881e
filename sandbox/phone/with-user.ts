import type { Context } from 'hono';
import type { WechatContext } from '../wechat/context';
import type { User } from '../wechat/state';
import { findUser } from '../wechat/users';
import { messagePage } from './bare-pages';

type UserHandler = (c: Context, user: User) => Response | Promise<Response>;

/** Routes below /phone/:id belong to one WeChat user: the path says whose phone it is. */
export function withUser(ctx: WechatContext, handle: UserHandler) {
  return (c: Context): Response | Promise<Response> => {
    const user = findUser(ctx, c.req.param('id') ?? '');
    if (user !== null) return handle(c, user);
    return c.html(messagePage('没有这部手机', '这个微信用户不存在，请回到虚拟手机重新选择。', '/phone'), 404);
  };
}
