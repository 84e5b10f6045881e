import { z } from 'zod';
import type { TemplateMessage, TokenSource, WechatGateway, WechatOutcome } from './gateway';
import { callWechat } from './http';
import { exchangeCode, fetchProfile, oauthUrl, refreshGrant } from './oauth';

export interface WechatConfig {
  readonly appId: string;
  readonly secret: string;
  readonly apiBase: string;
  readonly openBase: string;
  readonly tokens: TokenSource;
}

const done = z.object({ errcode: z.literal(0) }).transform(() => null);
const accepted = z
  .object({ errcode: z.literal(0), msgid: z.string().regex(/^\d+$/) })
  .transform((answer) => answer.msgid);

/** Posts with the shared token; a token the platform no longer takes is renewed and the call made once more. */
async function post<S extends z.ZodType>(
  config: WechatConfig,
  path: string,
  schema: S,
  body: object,
): Promise<WechatOutcome<z.output<S>>> {
  const send = (token: string) =>
    callWechat(`${config.apiBase}${path}?access_token=${encodeURIComponent(token)}`, schema, body);
  const token = await config.tokens.current();
  if (token.kind !== 'ok') return token;
  const first = await send(token.value);
  if (first.kind !== 'refused' || first.refusal.class !== 'token') return first;
  const renewed = await config.tokens.renew(token.value);
  return renewed.kind === 'ok' ? send(renewed.value) : renewed;
}

function templateBody(message: TemplateMessage): object {
  return {
    touser: message.openid,
    template_id: message.templateId,
    ...(message.url && { url: message.url }),
    client_msg_id: message.clientMsgId,
    data: Object.fromEntries(Object.entries(message.data).map(([key, value]) => [key, { value }])),
  };
}

export function createWechatGateway(config: WechatConfig): WechatGateway {
  return {
    appId: config.appId,
    oauthUrl: (input) => oauthUrl(config, input),
    exchangeCode: (code) => exchangeCode(config, code),
    refreshGrant: (refreshToken) => refreshGrant(config, refreshToken),
    profile: (accessToken, openid) => fetchProfile(config, accessToken, openid),
    sendText: (openid, content) =>
      post(config, '/cgi-bin/message/custom/send', done, { touser: openid, msgtype: 'text', text: { content } }),
    sendTemplate: (message) => post(config, '/cgi-bin/message/template/send', accepted, templateBody(message)),
  };
}
