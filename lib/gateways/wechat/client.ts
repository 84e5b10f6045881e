import { z } from 'zod';
import type { OwnTemplate, TemplateMessage, TokenSource, WechatGateway, WechatOutcome } from './gateway';
import { callWechat } from './http';
import { exchangeCode, fetchProfile, oauthUrl } from './oauth';

export interface WechatConfig {
  readonly appId: string;
  readonly secret: string;
  /** This site's address, without a slash at its end. */
  readonly siteUrl: string;
  readonly apiBase: string;
  readonly openBase: string;
  readonly tokens: TokenSource;
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

const qrSchema = z.object({ url: z.string().min(1).max(500) }).transform((answer) => answer.url);

/** Calls with the shared token; one that the platform no longer takes is renewed, and the call made once more. */
async function callWithToken<S extends z.ZodType>(
  config: WechatConfig,
  path: string,
  schema: S,
  body?: object,
): Promise<WechatOutcome<z.output<S>>> {
  const call = (token: string) =>
    callWechat(`${config.apiBase}${path}?access_token=${encodeURIComponent(token)}`, schema, body);
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

function templateBody(siteUrl: string, message: TemplateMessage): object {
  return {
    touser: message.openid,
    template_id: message.templateId,
    ...(message.path === null ? {} : { url: siteUrl + message.path }),
    client_msg_id: message.clientMsgId,
    data: Object.fromEntries(Object.entries(message.data).map(([key, value]) => [key, { value }])),
  };
}

/** A service account's API as far as the shop uses it. Made once a process. */
export function createWechatGateway(config: WechatConfig): WechatGateway {
  return {
    appId: config.appId,
    oauthUrl: (input) => oauthUrl(config, input),
    exchangeCode: (code) => exchangeCode(config, code),
    profile: (accessToken, openid) => fetchProfile(config, accessToken, openid),
    createQr: (scene) =>
      callWithToken(config, '/cgi-bin/qrcode/create', qrSchema, {
        action_name: 'QR_LIMIT_STR_SCENE',
        action_info: { scene: { scene_str: scene } },
      }),
    listTemplates: () => callWithToken(config, '/cgi-bin/template/get_all_private_template', templatesSchema),
    sendText: (openid, content) =>
      callWithToken(config, '/cgi-bin/message/custom/send', doneSchema, {
        touser: openid,
        msgtype: 'text',
        text: { content },
      }),
    sendTemplate: (message) =>
      callWithToken(config, '/cgi-bin/message/template/send', acceptedSchema, templateBody(config.siteUrl, message)),
  };
}
