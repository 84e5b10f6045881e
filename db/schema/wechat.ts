import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { MENU_STATUSES, type MenuButton } from '@/lib/domain/wechat/menu';
import { QR_ACTIONS } from '@/lib/domain/wechat/scene';
import { SEND_KINDS } from '@/lib/domain/wechat/send-kind';
import { TICKET_PURPOSES, TICKET_STATUSES } from '@/lib/domain/wechat-ticket';
import { account } from './account';
import { at, createdAt, id, oneOf, reference } from './columns';

/** One person's identity towards one official account. An account is bound to at most one of them. */
export const wechatUser = pgTable(
  'wechat_user',
  {
    id: id(),
    appId: text().notNull(),
    /** Null once they left: then only its HMAC is kept, by which they are known again. */
    openid: text(),
    openidHash: text(),
    unionid: text(),
    nickname: text().notNull().default(''),
    avatarUrl: text(),
    /** When WeChat last told nickname and avatar. */
    profileAt: at(),
    /** Of the person's last snsapi_userinfo consent; 30 days old at the most. */
    refreshToken: text(),
    refreshableUntil: at(),
    /** Following the official account since; null: not following, or never heard of it. */
    followedAt: at(),
    /** Last wrote to the account, last followed, scanned or chose from the menu: what customer-service messages depend on. */
    lastWroteAt: at(),
    lastActedAt: at(),
    /** First bound to an account, whichever: who ever was is nobody's new friend. */
    firstBoundAt: at(),
    /** The account this person came into being with; found again by it after leaving and coming back. */
    madeAccountId: reference()
      .unique('wechat_user_made_account_id_key')
      .references(() => account.id),
    accountId: reference()
      .unique('wechat_user_account_id_key')
      .references(() => account.id),
    boundAt: at(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('wechat_user_openid_key').on(t.appId, t.openid),
    unique('wechat_user_openid_hash_key').on(t.appId, t.openidHash),
    index('wechat_user_followed_at_idx').on(t.followedAt).where(sql`${t.followedAt} is not null`),
    index('wechat_user_bound_at_idx').on(t.boundAt).where(sql`${t.boundAt} is not null`),
    check('wechat_user_bound_check', sql`(${t.accountId} is not null) = (${t.boundAt} is not null)`),
    check('wechat_user_known_check', sql`(${t.openid} is null) = (${t.openidHash} is not null)`),
    // Whoever left has nothing personal left here.
    check(
      'wechat_user_left_check',
      sql`${t.openid} is not null or (${t.accountId} is null and ${t.unionid} is null and ${t.nickname} = ''
        and ${t.avatarUrl} is null and ${t.refreshToken} is null and ${t.followedAt} is null)`,
    ),
    check('wechat_user_refresh_check', sql`(${t.refreshToken} is null) = (${t.refreshableUntil} is null)`),
  ],
);

/** A one-time permission to bind or to sign in, kept as a hash: whoever reads the table cannot use it. */
export const wechatTicket = pgTable(
  'wechat_ticket',
  {
    id: id(),
    tokenHash: text().notNull().unique('wechat_ticket_token_hash_key'),
    purpose: text({ enum: TICKET_PURPOSES }).notNull(),
    /** Of a binding, the account that asked for it; of a sign-in nobody's. */
    accountId: reference().references(() => account.id),
    /** The account's session_version when it was issued: ending all sessions ends the tickets they asked for. */
    sessionVersion: integer(),
    /** Of a sign-in: proof, kept by the browser alone that began it, that it is the one. Hashed as well. */
    browserHash: text().unique('wechat_ticket_browser_hash_key'),
    status: text({ enum: TICKET_STATUSES }).notNull().default('waiting'),
    /** Who scanned it; known once WeChat has named them. */
    wechatUserId: reference().references(() => wechatUser.id),
    /** Proof, kept by the scanning phone alone, that it is the one that scanned. Hashed as well. */
    confirmHash: text().unique('wechat_ticket_confirm_hash_key'),
    expiresAt: at().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('wechat_ticket_account_idx').on(t.accountId, t.id),
    index('wechat_ticket_wechat_user_idx').on(t.wechatUserId),
    index('wechat_ticket_expires_at_idx').on(t.expiresAt),
    check('wechat_ticket_purpose_check', oneOf(t.purpose, TICKET_PURPOSES)),
    check('wechat_ticket_status_check', oneOf(t.status, TICKET_STATUSES)),
    check(
      'wechat_ticket_scanned_check',
      sql`${t.status} not in ('scanned', 'bound') or (${t.wechatUserId} is not null and ${t.confirmHash} is not null)`,
    ),
    check(
      'wechat_ticket_confirmed_check',
      sql`${t.status} not in ('confirmed', 'used') or (${t.wechatUserId} is not null and ${t.purpose} = 'login')`,
    ),
    check(
      'wechat_ticket_owner_check',
      sql`(${t.purpose} = 'bind') = (${t.accountId} is not null) and (${t.accountId} is null) = (${t.sessionVersion} is null)
        and (${t.purpose} = 'login') = (${t.browserHash} is not null)`,
    ),
  ],
);

/** What an app fetches for all its processes. Fetching it is claimed by a lease, so that one process asks and the others wait. */
export const wechatToken = pgTable(
  'wechat_token',
  {
    appId: text().notNull(),
    /** access: for the API; jsapi: for signing pages of the JS-SDK. */
    kind: text({ enum: ['access', 'jsapi'] }).notNull(),
    token: text(),
    expiresAt: at(),
    /** Who is fetching, and until when that is believed. */
    leaseId: text(),
    leasedUntil: at(),
    /** How often one was fetched and kept. */
    fetches: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.appId, t.kind] }),
    check('wechat_token_pair_check', sql`(${t.token} is null) = (${t.expiresAt} is null)`),
    check('wechat_token_lease_check', sql`(${t.leaseId} is null) = (${t.leasedUntil} is null)`),
  ],
);

/** Parametric QR codes of the official account. Those of tickets are not kept: they are used once. */
export const wechatQrcode = pgTable(
  'wechat_qrcode',
  {
    appId: text().notNull(),
    /** What the platform tells us when one is scanned. */
    scene: text().notNull(),
    /** What following through it does. */
    action: text({ enum: QR_ACTIONS }).notNull().default('follow'),
    /** What the code says; drawn by ourselves. */
    url: text().notNull(),
    /** Null: kept by the platform for good, one of at most 100 000. */
    expiresAt: at(),
    /** Whose invitation it is. */
    accountId: reference().references(() => account.id),
    /** Of a marketing code: what the school calls it, and who made it. */
    name: text(),
    createdBy: reference().references(() => account.id),
    archivedAt: at(),
    /** Scanned, and followed through, so often. */
    scans: integer().notNull().default(0),
    follows: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.appId, t.scene] }),
    index('wechat_qrcode_account_idx').on(t.accountId),
    index('wechat_qrcode_created_by_idx').on(t.createdBy),
    check('wechat_qrcode_action_check', oneOf(t.action, QR_ACTIONS)),
    check('wechat_qrcode_invite_check', sql`(${t.action} = 'invite') = (${t.accountId} is not null)`),
    check('wechat_qrcode_marketing_check', sql`(${t.action} = 'marketing') = (${t.name} is not null)`),
    check('wechat_qrcode_counts_check', sql`${t.scans} >= ${t.follows} and ${t.follows} >= 0`),
  ],
);

/** What WeChat pushed, once each, for 90 days. */
export const wechatEvent = pgTable(
  'wechat_event',
  {
    id: id(),
    appId: text().notNull(),
    /** MsgId of a message, FromUserName + CreateTime + what happened of an event; hashed. */
    dedupeKey: text().notNull(),
    /** Of the request that brought it first: another body under the same signature is refused. */
    signature: text().notNull(),
    /** MsgType, and of an event its Event. */
    type: text().notNull(),
    event: text(),
    wechatUserId: reference().references(() => wechatUser.id),
    /** Every field as it came, without the openid; null once the person left. */
    content: jsonb().$type<Readonly<Record<string, unknown>>>(),
    /** What was answered at once; told again when WeChat asks again. */
    reply: text(),
    happenedAt: at().notNull(),
    receivedAt: createdAt(),
    handledAt: at(),
  },
  (t) => [
    unique('wechat_event_dedupe_key').on(t.appId, t.dedupeKey),
    unique('wechat_event_signature_key').on(t.appId, t.signature),
    index('wechat_event_wechat_user_idx').on(t.wechatUserId, t.id),
    index('wechat_event_received_at_idx').on(t.receivedAt),
    index('wechat_event_open_idx').on(t.id).where(sql`${t.handledAt} is null`),
  ],
);

/** What of the platform's daily quotas is used, and until when it asked to be left alone. One row a kind. */
export const wechatQuota = pgTable(
  'wechat_quota',
  {
    appId: text().notNull(),
    kind: text({ enum: SEND_KINDS }).notNull(),
    /** The day in Beijing that `used` counts. */
    day: date({ mode: 'string' }).notNull(),
    used: integer().notNull().default(0),
    /** 45009 or 45011 said so: nothing of this kind is sent before. */
    blockedUntil: at(),
  },
  (t) => [
    primaryKey({ columns: [t.appId, t.kind] }),
    check('wechat_quota_kind_check', oneOf(t.kind, SEND_KINDS)),
    check('wechat_quota_used_check', sql`${t.used} >= 0`),
  ],
);

/** A 一次性订阅 given by a person: each lets one message of that template through. */
export const subscribePermit = pgTable(
  'subscribe_permit',
  {
    wechatUserId: reference()
      .notNull()
      .references(() => wechatUser.id),
    templateId: text().notNull(),
    left: integer().notNull(),
    changedAt: at().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.wechatUserId, t.templateId] }),
    check('subscribe_permit_left_check', sql`${t.left} >= 0`),
  ],
);

/** Every version of the account's menu; the newest published one is what followers see. */
export const wechatMenu = pgTable(
  'wechat_menu',
  {
    id: id(),
    buttons: jsonb().$type<readonly MenuButton[]>().notNull(),
    status: text({ enum: MENU_STATUSES }).notNull(),
    /** Why the platform refused it. */
    failure: text(),
    note: text().notNull().default(''),
    createdBy: reference()
      .notNull()
      .references(() => account.id),
    publishedAt: at(),
    createdAt: createdAt(),
  },
  (t) => [
    index('wechat_menu_created_by_idx').on(t.createdBy),
    // One at a time is being published: what WeChat took last is what was published last.
    uniqueIndex('wechat_menu_publishing_key').on(t.status).where(sql`${t.status} = 'publishing'`),
    check('wechat_menu_status_check', oneOf(t.status, MENU_STATUSES)),
    check('wechat_menu_published_check', sql`${t.status} <> 'published' or ${t.publishedAt} is not null`),
  ],
);
