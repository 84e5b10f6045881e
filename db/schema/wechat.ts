import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { TICKET_PURPOSES, TICKET_STATUSES } from '@/lib/domain/wechat-ticket';
import { account } from './account';
import { at, createdAt, id, oneOf, reference } from './columns';

/** One person's identity towards one official account. An account is bound to at most one of them. */
export const wechatUser = pgTable(
  'wechat_user',
  {
    id: id(),
    appId: text().notNull(),
    openid: text().notNull(),
    unionid: text(),
    nickname: text().notNull().default(''),
    avatarUrl: text(),
    accountId: reference()
      .unique('wechat_user_account_id_key')
      .references(() => account.id),
    boundAt: at(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('wechat_user_openid_key').on(t.appId, t.openid),
    index('wechat_user_bound_at_idx').on(t.boundAt).where(sql`${t.boundAt} is not null`),
    check('wechat_user_bound_check', sql`(${t.accountId} is not null) = (${t.boundAt} is not null)`),
  ],
);

/** A one-time permission to bind, kept as a hash: whoever reads the table cannot use it. */
export const wechatTicket = pgTable(
  'wechat_ticket',
  {
    id: id(),
    tokenHash: text().notNull().unique('wechat_ticket_token_hash_key'),
    purpose: text({ enum: TICKET_PURPOSES }).notNull(),
    accountId: reference()
      .notNull()
      .references(() => account.id),
    /** The account's session_version when it was issued: ending all sessions ends the tickets they asked for. */
    sessionVersion: integer().notNull(),
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
  ],
);

/** The shared access token of an app. Fetching it is claimed by a lease, so that one process asks and the others wait. */
export const wechatToken = pgTable(
  'wechat_token',
  {
    appId: text().notNull(),
    kind: text({ enum: ['access'] }).notNull(),
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

/** QR codes of the official account, made once: the platform keeps them for good. */
export const wechatQrcode = pgTable(
  'wechat_qrcode',
  {
    appId: text().notNull(),
    /** What the platform tells us when one is scanned. */
    scene: text().notNull(),
    /** What the code says; drawn by ourselves. */
    url: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.appId, t.scene] })],
);
