import { z } from 'zod';
import { err, ok } from '../result';
import { type ApiAnswer, type ApiCall, type Endpoint, JSON_TYPE } from './api-call';
import { apiError } from './api-error';
import type { WechatContext } from './context';
import { getTicket } from './jsapi-ticket';
import { createMenu, deleteMenu, getMenu } from './menu';
import { createQr } from './qr-codes';
import type { User } from './state';
import { contentOf, subscribeTemplatesOf, type Template, templatesOf } from './templates';
import { findByOpenid } from './users';

const common = {
  method: 'GET',
  credential: true,
  contentType: JSON_TYPE,
  faults: 'send',
  quota: null,
  userOf: () => null,
} as const;

export const ACCOUNT_ENDPOINTS: readonly Endpoint[] = [
  {
    ...common,
    path: '/cgi-bin/template/get_all_private_template',
    answer: (ctx) => ok(JSON.stringify({ template_list: templatesOf(ctx.config.appId).map(describe) })),
  },
  {
    ...common,
    path: '/wxaapi/newtmpl/gettemplate',
    answer: (ctx) => {
      const data = subscribeTemplatesOf(ctx.config.appId).map(describeSubscribe);
      return ok(JSON.stringify({ errcode: 0, errmsg: 'ok', data }));
    },
  },
  {
    ...common,
    path: '/cgi-bin/user/info',
    faults: null,
    userOf: (ctx, call) => findByOpenid(ctx, call.query('openid')),
    answer: userInfo,
  },
  { ...common, path: '/cgi-bin/user/info/batchget', method: 'POST', answer: userInfos },
  { ...common, path: '/cgi-bin/qrcode/create', method: 'POST', quota: 'qrcode', answer: createQr },
  { ...common, path: '/cgi-bin/ticket/getticket', answer: getTicket },
  { ...common, path: '/cgi-bin/menu/create', method: 'POST', quota: 'menu', answer: createMenu },
  { ...common, path: '/cgi-bin/menu/get', answer: getMenu },
  { ...common, path: '/cgi-bin/menu/delete', answer: deleteMenu },
];

function describe(template: Template): Readonly<Record<string, string>> {
  const { id, title } = template;
  return {
    template_id: id,
    title,
    primary_industry: '教育',
    deputy_industry: '培训',
    ...contentOf(template),
  };
}

/** 2: one message for each permit. */
function describeSubscribe(template: Template): Readonly<Record<string, string | number>> {
  return { priTmplId: template.id, title: template.title, ...contentOf(template), type: 2 };
}

function userInfo(ctx: WechatContext, call: ApiCall): ApiAnswer {
  if (call.query('openid') === '') return err(apiError(41009));
  const user = findByOpenid(ctx, call.query('openid'));
  return user === null ? err(apiError(40003)) : ok(JSON.stringify(describeUser(user)));
}

const listSchema = z.object({ user_list: z.array(z.object({ openid: z.string() })) });
const MAX_LIST = 100;

/** One openid that is none spoils the whole list. */
function userInfos(ctx: WechatContext, call: ApiCall): ApiAnswer {
  const list = listSchema.safeParse(call.body);
  if (!list.success) return err(apiError(40031));
  const given = list.data.user_list;
  if (given.length === 0 || given.length > MAX_LIST) return err(apiError(40032));
  const users = given.flatMap(({ openid }) => findByOpenid(ctx, openid) ?? []);
  if (users.length < given.length) return err(apiError(40003));
  return ok(JSON.stringify({ user_info_list: users.map(describeUser) }));
}

/** Without nickname and headimgurl since 2021-12-27; of somebody who does not follow, it tells only that. */
function describeUser({ openid, unionid, followedAt, followScene }: User): object {
  if (followedAt === null) return { subscribe: 0, openid };
  return {
    subscribe: 1,
    openid,
    language: 'zh_CN',
    subscribe_time: Math.floor(followedAt / 1000),
    ...(unionid === null ? {} : { unionid }),
    remark: '',
    groupid: 0,
    tagid_list: [],
    subscribe_scene: 'ADD_SCENE_QR_CODE',
    qr_scene: typeof followScene === 'number' ? followScene : 0,
    qr_scene_str: typeof followScene === 'string' ? followScene : '',
  };
}
