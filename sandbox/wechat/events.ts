import { z } from 'zod';
import { storedFaultsSchema } from './faults';
import { PUSH_MODES } from './push-modes';
import { QUOTA_KINDS, quotaLimitSchema } from './quotas';

const userSchema = z.object({
  id: z.string(),
  nickname: z.string(),
  openid: z.string(),
  /** null: the account is not linked to an open platform, so the person has no unionid. */
  unionid: z.string().nullable(),
});

const fieldSchema = z.object({ key: z.string(), label: z.string(), value: z.string() });

const articleSchema = z.object({
  title: z.string(),
  description: z.string(),
  picUrl: z.string(),
  url: z.string(),
});

/** What the account answered to something the user did. */
const passiveReplies = [
  z.object({ kind: z.literal('reply'), text: z.string() }),
  z.object({ kind: z.literal('news'), articles: z.array(articleSchema) }),
] as const;

const contentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    /** Which of the user's actions had allowed it. */
    window: z.enum(['text', 'follow', 'scan', 'menu']),
  }),
  z.object({
    kind: z.literal('template'),
    templateId: z.string(),
    title: z.string(),
    url: z.string().nullable(),
    fields: z.array(fieldSchema),
    clientMsgId: z.string().nullable(),
    /** Accepted, and then not delivered: the phone never shows it. */
    undelivered: z.boolean().default(false),
  }),
  /** A 订阅通知, for which the user had given a permit. */
  z.object({
    kind: z.literal('subscribe'),
    templateId: z.string(),
    title: z.string(),
    url: z.string().nullable(),
    fields: z.array(fieldSchema),
    undelivered: z.boolean().default(false),
  }),
  ...passiveReplies,
  /** WeChat's own words in the chat. */
  z.object({ kind: z.literal('system'), text: z.string() }),
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
  delivery: z.enum(['answered', 'slow', 'late', 'dropped']),
});

const pushSchema = z.object({
  id: z.string(),
  userId: z.string(),
  /** The event, or `text`. */
  name: z.string(),
  /** The message without any envelope: every attempt sends the same. */
  xml: z.string(),
  answered: z.boolean(),
  dueAt: z.int(),
});

const leafSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('click'), name: z.string(), key: z.string() }),
  z.object({ type: z.literal('view'), name: z.string(), url: z.string() }),
]);
const buttonSchema = z.union([
  leafSchema,
  z.object({ type: z.literal('list'), name: z.string(), buttons: z.array(leafSchema) }),
]);
const menuSchema = z.object({ id: z.string(), buttons: z.array(buttonSchema) });

const attemptSchema = z.object({
  at: z.int(),
  mode: z.enum(PUSH_MODES),
  url: z.string(),
  body: z.string(),
  status: z.int().nullable(),
  reply: z.string().nullable(),
  /** `reply`: good or empty; `broken`: a 200 WeChat cannot use; `lost`: never sent; `unheard`: the answer was lost. */
  outcome: z.enum(['reply', 'broken', 'refused', 'timeout', 'unreachable', 'lost', 'unheard']),
  reason: z.string().nullable(),
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
  z.object({ type: z.literal('user.clicked'), ...when, key: z.string() }),
  z.object({
    type: z.literal('user.permits'),
    ...when,
    answers: z.array(z.object({ templateId: z.string(), accepted: z.boolean() })),
    via: z.enum(['popup', 'change']),
  }),
  z.object({ type: z.literal('user.read'), ...when }),
  z.object({ type: z.literal('user.faults'), ...when, faults: storedFaultsSchema }),
  z.object({ type: z.literal('user.called'), userId: z.string(), call: callSchema }),
  z.object({ type: z.literal('message.sent'), ...when, msgid: z.string(), content: contentSchema }),
  z.object({ type: z.literal('push.queued'), at: z.int(), push: pushSchema }),
  /** nextAt: when it is tried again; null: over. */
  z.object({
    type: z.literal('push.attempted'),
    pushId: z.string(),
    attempt: attemptSchema,
    nextAt: z.int().nullable(),
  }),
  /** null: deleted. */
  z.object({ type: z.literal('menu.changed'), at: z.int(), menu: menuSchema.nullable() }),
  z.object({ type: z.literal('ticket.issued'), at: z.int(), ticket: z.string(), expiresAt: z.int() }),
  z.object({ type: z.literal('quota.limit'), at: z.int(), kind: z.enum(QUOTA_KINDS), limit: quotaLimitSchema }),
  z.object({ type: z.literal('calls.faults'), at: z.int(), path: z.string(), faults: storedFaultsSchema }),
  z.object({ type: z.literal('server.mode'), at: z.int(), mode: z.enum(PUSH_MODES) }),
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
export type PassiveReply = Extract<MessageContent, { kind: 'reply' | 'news' }>;
export type QueuedPush = z.infer<typeof pushSchema>;
export type PushAttempt = z.infer<typeof attemptSchema>;
export type TemplateField = z.infer<typeof fieldSchema>;
export type WindowKind = Extract<MessageContent, { kind: 'text' }>['window'];
export type MenuLeaf = z.infer<typeof leafSchema>;
export type MenuButton = z.infer<typeof buttonSchema>;
export type Menu = z.infer<typeof menuSchema>;
export type Grant = z.infer<typeof grantSchema>;
export type Scene = z.infer<typeof sceneSchema>;
export type QrCode = z.infer<typeof qrSchema>;
export type LoggedCall = z.infer<typeof callSchema>;
export type WechatEvent = z.infer<typeof eventSchema>;
export type TokenKind = Extract<WechatEvent, { type: 'token.fetched' }>['kind'];

/** Whether the phone shows it: what was accepted and never delivered is known to the account alone. */
export function isShown(content: MessageContent): boolean {
  return !('undelivered' in content && content.undelivered);
}

/** Whether an event changes what that user's phone shows; the account's menu changes everybody's. */
export function isSeenBy(userId: string, event: WechatEvent): boolean {
  switch (event.type) {
    case 'menu.changed':
      return true;
    case 'user.followed':
    case 'user.unfollowed':
    case 'user.said':
    case 'user.read':
    case 'message.sent':
      return event.userId === userId;
    default:
      return false;
  }
}
