import { err, ok } from '../result';
import { type ApiAnswer, type ApiCall, type Endpoint, JSON_TYPE } from './api-call';
import { apiError } from './api-error';
import type { WechatContext } from './context';
import { createQr } from './qr-codes';
import { type Template, templatesOf } from './templates';
import { findByOpenid } from './users';

const common = { method: 'GET', credential: true, contentType: JSON_TYPE, faults: null } as const;

export const ACCOUNT_ENDPOINTS: readonly Endpoint[] = [
  {
    ...common,
    path: '/cgi-bin/template/get_all_private_template',
    userOf: () => null,
    answer: (ctx) => ok(JSON.stringify({ template_list: templatesOf(ctx.config.appId).map(describe) })),
  },
  {
    ...common,
    path: '/cgi-bin/user/info',
    userOf: (ctx, call) => findByOpenid(ctx, call.query('openid')),
    answer: userInfo,
  },
  { ...common, path: '/cgi-bin/qrcode/create', method: 'POST', userOf: () => null, answer: createQr },
];

function describe({ id, title, fields }: Template): Readonly<Record<string, string>> {
  return {
    template_id: id,
    title,
    primary_industry: '教育',
    deputy_industry: '培训',
    content: fields.map(({ key, label }) => `${label}:{{${key}.DATA}}`).join('\n'),
    example: fields.map(({ label, example }) => `${label}:${example}`).join('\n'),
  };
}

/** Without nickname and headimgurl since 2021-12-27; of somebody who does not follow, it tells only that. */
function userInfo(ctx: WechatContext, call: ApiCall): ApiAnswer {
  if (call.query('openid') === '') return err(apiError(41009));
  const user = findByOpenid(ctx, call.query('openid'));
  if (user === null) return err(apiError(40003));
  const { openid, unionid, followedAt } = user;
  if (followedAt === null) return ok(JSON.stringify({ subscribe: 0, openid }));
  return ok(
    JSON.stringify({
      subscribe: 1,
      openid,
      language: 'zh_CN',
      subscribe_time: Math.floor(followedAt / 1000),
      ...(unionid === null ? {} : { unionid }),
      remark: '',
      groupid: 0,
      tagid_list: [],
      subscribe_scene: 'ADD_SCENE_QR_CODE',
      qr_scene: typeof user.followScene === 'number' ? user.followScene : 0,
      qr_scene_str: typeof user.followScene === 'string' ? user.followScene : '',
    }),
  );
}
