import { and, inArray, isNull, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '@/db/client';
import {
  account,
  billDay,
  campaign,
  coupon,
  courseCategory,
  courseSubCategory,
  inviteRule,
  order,
  payment,
  product,
  reconciliationCase,
  refund,
  teacher,
  wechatMenu,
  wechatQrcode,
  wechatTicket,
} from '@/db/schema';
import { pathId } from '@/lib/domain/admin/search-path';
import type { AuditSubjectKind } from '@/lib/domain/audit';
import { NOTICE_TITLES, NOTICES } from '@/lib/domain/notice';

interface Source {
  readonly table: PgTable;
  readonly id: PgColumn;
  readonly name: PgColumn;
  /** Which of several rows of one id names it. */
  readonly where?: SQL;
  /** What stands in the log is no number of a row. */
  readonly isText?: true;
}

const products: Source = { table: product, id: product.id, name: product.name };

/** What people call each kind of subject. */
const SOURCES: Readonly<Record<Exclude<AuditSubjectKind, 'notice'>, Source>> = {
  account: { table: account, id: account.id, name: account.username },
  campaign: { table: campaign, id: campaign.id, name: campaign.title },
  coupon: { table: coupon, id: coupon.familyId, name: coupon.name, where: isNull(coupon.supersededAt) },
  menu: { table: wechatMenu, id: wechatMenu.id, name: wechatMenu.id },
  ticket: { table: wechatTicket, id: wechatTicket.id, name: wechatTicket.id },
  'invite-rule': { table: inviteRule, id: inviteRule.id, name: inviteRule.id },
  qrcode: { table: wechatQrcode, id: wechatQrcode.scene, name: wechatQrcode.name, isText: true },
  order: { table: order, id: order.orderNo, name: order.orderNo, isText: true },
  refund: { table: refund, id: refund.id, name: refund.outRequestNo },
  bill: { table: billDay, id: billDay.day, name: billDay.day },
  case: { table: reconciliationCase, id: reconciliationCase.id, name: reconciliationCase.subject },
  payment: { table: payment, id: payment.id, name: payment.outTradeNo },
  course: products,
  degree_course: products,
  teacher: { table: teacher, id: teacher.id, name: teacher.name },
  category: { table: courseCategory, id: courseCategory.id, name: courseCategory.name },
  'sub-category': { table: courseSubCategory, id: courseSubCategory.id, name: courseSubCategory.name },
};

interface Subject {
  readonly subjectKind: string;
  readonly subjectId: string;
}

/** The names that subjects have now; null for one that is gone or of no kind we know. */
export async function namesOf(db: Db, subjects: readonly Subject[]): Promise<(subject: Subject) => string | null> {
  const found = new Map<string, string>(NOTICES.map((notice) => [`notice ${notice}`, NOTICE_TITLES[notice]]));
  for (const [kind, { table, id, name, where, isText }] of Object.entries(SOURCES)) {
    const wanted = subjects.filter((subject) => subject.subjectKind === kind);
    const ids = wanted.map(({ subjectId }) => (isText ? subjectId : pathId(subjectId))).filter((each) => each !== null);
    if (ids.length === 0) continue;
    const rows = await db
      .select({ id, name })
      .from(table)
      .where(and(inArray(id, ids), where));
    for (const row of rows) found.set(`${kind} ${String(row.id)}`, String(row.name));
  }
  return ({ subjectKind, subjectId }) => found.get(`${subjectKind} ${subjectId}`) ?? null;
}
