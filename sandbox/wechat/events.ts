import { z } from 'zod';
import { faultsSchema } from './faults';

const userSchema = z.object({
  id: z.string(),
  nickname: z.string(),
  openid: z.string(),
  /** null: the account is not linked to an open platform, so the person has no unionid. */
  unionid: z.string().nullable(),
});

const fieldSchema = z.object({ key: z.string(), label: z.string(), value: z.string() });

const contentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    /** Which of the user's actions had allowed it. */
    window: z.enum(['text', 'follow', 'scan']),
  }),
  z.object({
    kind: z.literal('template'),
    templateId: z.string(),
    title: z.string(),
    url: z.string().nullable(),
    fields: z.array(fieldSchema),
    clientMsgId: z.string().nullable(),
  }),
]);

const grantSchema = z.object({
  code: z.string(),
  userId: z.string(),
  /** The user's own, or a virtual one in a 快照页. */
  openid: z.string(),
  scope: z.enum(['snsapi_base', 'snsapi_userinfo']),
  snapshot: z.boolean(),
});

/** What a parametric QR code stands for: a number or a text. */
const sceneSchema = z.union([z.int(), z.string()]);

const qrSchema = z.object({
  ticket: z.string(),
  /** The end of the address in the picture. */
  key: z.string(),
  scene: sceneSchema,
  /** null: permanent. */
  expiresAt: z.int().nullable(),
});

const callSchema = z.object({
  at: z.int(),
  path: z.string(),
  errcode: z.int(),
  /** late and dropped: the call was carried out, but its caller does not know. */
  delivery: z.enum(['answered', 'late', 'dropped']),
});

const when = { at: z.int(), userId: z.string() };

/** Everything that ever happens in the WeChat sandbox; the journal holds these, the state is their fold. */
export const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('user.created'), at: z.int(), user: userSchema }),
  /** scene: of the QR code that led there. */
  z.object({ type: z.literal('user.followed'), ...when, scene: sceneSchema.nullable() }),
  z.object({ type: z.literal('user.unfollowed'), ...when }),
  z.object({ type: z.literal('user.scanned'), ...when, scene: sceneSchema }),
  z.object({ type: z.literal('user.said'), ...when, text: z.string() }),
  z.object({ type: z.literal('user.read'), ...when }),
  z.object({ type: z.literal('user.faults'), ...when, faults: faultsSchema }),
  z.object({ type: z.literal('user.called'), userId: z.string(), call: callSchema }),
  z.object({ type: z.literal('message.sent'), ...when, msgid: z.string(), content: contentSchema }),
  z.object({
    type: z.literal('token.issued'),
    at: z.int(),
    kind: z.enum(['plain', 'stable']),
    token: z.string(),
    expiresAt: z.int(),
    /** When the token before it stops working. */
    previousEndsAt: z.int(),
    forced: z.boolean(),
  }),
  z.object({ type: z.literal('token.fetched'), at: z.int(), kind: z.enum(['plain', 'stable']) }),
  z.object({
    type: z.literal('token.ended'),
    at: z.int(),
    token: z.string(),
    because: z.enum(['expired', 'replaced']),
  }),
  z.object({ type: z.literal('qr.created'), at: z.int(), qr: qrSchema }),
  z.object({ type: z.literal('code.granted'), at: z.int(), grant: grantSchema }),
  z.object({
    type: z.literal('code.used'),
    at: z.int(),
    code: z.string(),
    accessToken: z.string(),
    refreshToken: z.string(),
  }),
  z.object({
    type: z.literal('oauth.refreshed'),
    at: z.int(),
    refreshToken: z.string(),
    accessToken: z.string(),
  }),
]);

export type MessageContent = z.infer<typeof contentSchema>;
export type TemplateField = z.infer<typeof fieldSchema>;
export type WindowKind = Extract<MessageContent, { kind: 'text' }>['window'];
export type Grant = z.infer<typeof grantSchema>;
export type Scene = z.infer<typeof sceneSchema>;
export type QrCode = z.infer<typeof qrSchema>;
export type LoggedCall = z.infer<typeof callSchema>;
export type WechatEvent = z.infer<typeof eventSchema>;
export type TokenKind = Extract<WechatEvent, { type: 'token.fetched' }>['kind'];

/** The user an event is about, if it changes what that user's phone shows. */
export function phoneOf(event: WechatEvent): string | null {
  switch (event.type) {
    case 'user.followed':
    case 'user.unfollowed':
    case 'user.said':
    case 'user.read':
    case 'message.sent':
      return event.userId;
    default:
      return null;
  }
}
