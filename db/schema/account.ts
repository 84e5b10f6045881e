import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { ACCOUNT_ROLES } from '@/lib/domain/account';
import { at, createdAt, id, oneOf, reference } from './columns';

export const account = pgTable(
  'account',
  {
    id: id(),
    username: text().notNull(),
    /** Null: whoever it belongs to signs in by WeChat alone. */
    passwordHash: text(),
    email: text(),
    nickname: text().notNull(),
    /** Whether its owner chose the user name; one that WeChat brought has a made-up one until then. */
    isNamed: boolean().notNull().default(true),
    bio: text().notNull().default(''),
    role: text({ enum: ACCOUNT_ROLES }).notNull().default('student'),
    /** Raised to end every session of the account: a session carries the version it began with. */
    sessionVersion: integer().notNull().default(1),
    /** Demo accounts have published passwords; a start with a real gateway refuses to run while one exists. */
    isDemo: boolean().notNull().default(false),
    disabledAt: at(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('account_username_key').on(sql`lower(${t.username})`),
    uniqueIndex('account_email_key').on(sql`lower(${t.email})`),
    index('account_created_at_idx').on(t.createdAt),
    check('account_role_check', oneOf(t.role, ACCOUNT_ROLES)),
    check('account_session_version_check', sql`${t.sessionVersion} >= 1`),
  ],
);

/** A code that lets its reader set a new password, kept as a hash. At most one of an account is open. */
export const passwordReset = pgTable(
  'password_reset',
  {
    id: id(),
    accountId: reference()
      .notNull()
      .references(() => account.id),
    codeHash: text().notNull(),
    /** Wrong codes typed so far. */
    misses: integer().notNull().default(0),
    expiresAt: at().notNull(),
    usedAt: at(),
    createdAt: createdAt(),
  },
  (t) => [
    index('password_reset_account_idx').on(t.accountId, t.id),
    index('password_reset_expires_at_idx').on(t.expiresAt),
    check('password_reset_misses_check', sql`${t.misses} >= 0`),
  ],
);

/** Sessions that were signed out of before their token runs out: a copied cookie is worth nothing after that. */
export const endedSession = pgTable(
  'ended_session',
  {
    sessionId: uuid().primaryKey(),
    /** When the last token of the session has run out and the row may go. */
    forgetAt: at().notNull(),
  },
  (t) => [index('ended_session_forget_at_idx').on(t.forgetAt)],
);

/** Append-only; a trigger refuses UPDATE and DELETE. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: id(),
    actorId: reference().references(() => account.id),
    action: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    before: text(),
    after: text(),
    at: createdAt(),
  },
  (t) => [index('audit_log_subject_idx').on(t.subjectKind, t.subjectId), index('audit_log_at_idx').on(t.at)],
);
