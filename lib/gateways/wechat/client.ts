import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type {
  CreatedQr,
  NewQr,
  OwnTemplate,
  SubscribeMessage,
  TemplateMessage,
  TokenSource,
  WechatGateway,
  WechatOutcome,
} from './gateway';
import { callWechat } from './http';
import { signPage } from './jsapi-sign';
import { exchangeCode, fetchProfile, oauthUrl, refreshGrant } from './oauth';

export interface WechatConfig {
  readonly appId: string;
  readonly secret: string;
  /** This site's address, without a slash at its end. */
  readonly siteUrl: string;
  readonly apiBase: string;
  readonly openBase: string;
  readonly tokens: TokenSource;
  readonly jsapiTickets: TokenSource;
  /** Never leaves this site; another one makes everyone who left a stranger. */
  readonly openidKey: string;
}

const doneSchema = z.object({ errcode: z.literal(0) }).transform(() => null);

const acceptedSchema = z
  .object({ errcode: z.literal(0), msgid: z.string().regex(/^\d+$/) })
  .transform((answer) => answer.msgid);

const templatesSchema = z
  .object({ template_list: z.array(z.object({ template_id: z.string(), title: z.string(), content: z.string() })) })
  .transform(({ template_list }): OwnTemplate[] =>
    template_list.map(({ template_id, title, content }) => ({ templateId: template_id, title, content })),
  );

// The list of 订阅通知 comes from the mini programs' API and names its fields otherwise.
const subscribeTemplatesSchema = z
  .object({ data: z.array(z.object({ priTmplId: z.string(), title: z.string(), content: z.string() })) })
  .transform(({ data }): OwnTemplate[] =>
    data.map(({ priTmplId, title, content }) => ({ templateId: priTmplId, title, content })),
  );

const qrSchema = z
  .object({ url: z.string().min(1).max(500), expire_seconds: z.int().positive().optional() })
  .transform((answer): CreatedQr => ({ url: answer.url, expiresInSeconds: answer.expire_seconds ?? null }));

const followingSchema = z.object({ subscribe: z.int() }).transform((answer) => answer.subscribe === 1);

/** Calls with the shared token; one that the platform no longer takes is renewed, and the call made once more. */
async function callWithToken<S extends z.ZodType>(
  config: WechatConfig,
  path: string,
  schema: S,
  body?: object,
  query: Readonly<Record<string, string>> = {},
): Promise<WechatOutcome<z.output<S>>> {
  const call = (token: string) =>
    callWechat(`${config.apiBase}${path}?${new URLSearchParams({ access_token: token, ...query })}`, schema, body);
  const token = await config.tokens.current();
  if (token.kind !== 'ok') return withoutToken(token);
  const first = await call(token.value);
  if (first.kind !== 'refused' || first.refusal.class !== 'token') return first;
  const renewed = await config.tokens.renew(token.value);
  return renewed.kind === 'ok' ? call(renewed.value) : withoutToken(renewed);
}

/** Whatever became of asking for the token: what it was wanted for was not even tried. */
function withoutToken(outcome: Exclude<WechatOutcome<string>, { kind: 'ok' }>): WechatOutcome<never> {
  return outcome.kind === 'unknown' ? { kind: 'unsent', reason: `access token: ${outcome.reason}` } : outcome;
}

function qrBody({ scene, expiresInSeconds }: NewQr): object {
  const action_info = { scene: { scene_str: scene } };
  return expiresInSeconds === null
    ? { action_name: 'QR_LIMIT_STR_SCENE', action_info }
    : { action_name: 'QR_STR_SCENE', expire_seconds: expiresInSeconds, action_info };
}

function templateBody(siteUrl: string, message: TemplateMessage): object {
  return {
    touser: message.openid,
    template_id: message.templateId,
    ...(message.path === null ? {} : { url: siteUrl + message.path }),
    client_msg_id: message.clientMsgId,
    data: wrapped(message.data),
  };
}

function subscribeBody(siteUrl: string, message: SubscribeMessage): object {
  return {
    touser: message.openid,
    template_id: message.templateId,
    ...(message.path === null ? {} : { page: siteUrl + message.path }),
    data: wrapped(message.data),
  };
}

const wrapped = (data: Readonly<Record<string, string>>): object =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }]));

/** A service account's API as far as the shop uses it. Made once a process. */
export function createWechatGateway(config: WechatConfig): WechatGateway {
  return {
    appId: config.appId,
    hashOpenid: (openid) =>
      createHmac('sha256', config.openidKey).update(`${config.appId}:${openid}`).digest('base64url'),
    pageUrl: (path) => config.siteUrl + path,
    oauthUrl: (input) => oauthUrl(config, input),
    exchangeCode: (code) => exchangeCode(config, code),
    profile: (accessToken, openid) => fetchProfile(config, accessToken, openid),
    refreshGrant: (refreshToken) => refreshGrant(config, refreshToken),
    createQr: (qr) => callWithToken(config, '/cgi-bin/qrcode/create', qrSchema, qrBody(qr)),
    isFollowing: (openid) =>
      callWithToken(config, '/cgi-bin/user/info', followingSchema, undefined, { openid, lang: 'zh_CN' }),
    createMenu: (buttons) => callWithToken(config, '/cgi-bin/menu/create', doneSchema, { button: buttons }),
    jsapiTicket: () => config.jsapiTickets.current(),
    signPage,
    listSubscribeTemplates: () => callWithToken(config, '/wxaapi/newtmpl/gettemplate', subscribeTemplatesSchema),
    listTemplates: () => callWithToken(config, '/cgi-bin/template/get_all_private_template', templatesSchema),
    sendText: (openid, content) =>
      callWithToken(config, '/cgi-bin/message/custom/send', doneSchema, {
        touser: openid,
        msgtype: 'text',
        text: { content },
      }),
    sendTemplate: (message) =>
      callWithToken(config, '/cgi-bin/message/template/send', acceptedSchema, templateBody(config.siteUrl, message)),
    sendSubscribe: (message) =>
      callWithToken(config, '/cgi-bin/message/subscribe/bizsend', doneSchema, subscribeBody(config.siteUrl, message)),
  };
}
