import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { courseChapter, courseSection, enrolment, enrolmentGrant, order, orderLine } from '@/db/schema';
import type { SectionKind } from '@/lib/domain/catalogue';
import { type MintedProduct, only, unique } from './factories';
import { type MintedOrder, mintPendingOrder } from './order-factories';

interface SectionOptions {
  readonly kind?: SectionKind;
  readonly isFreeTrial?: boolean;
  readonly body?: string;
  /** A file name; only for videos. */
  readonly videoPath?: string;
}

export interface MintedSection {
  readonly id: number;
  readonly chapter: number;
  readonly link: string;
}

/** A chapter of a course with these sections, in this order. */
export async function mintChapter(
  db: Db,
  courseId: number,
  number: number,
  sections: readonly SectionOptions[],
): Promise<MintedSection[]> {
  const publishedOn = '2024-01-01';
  const chapter = only(
    await db
      .insert(courseChapter)
      .values({ courseId, number, name: `第 ${number} 章`, summary: '测试用', publishedOn })
      .returning(),
  );
  const rows = await db
    .insert(courseSection)
    .values(
      sections.map((section, position) => ({
        chapterId: chapter.id,
        name: unique('节'),
        position,
        kind: section.kind ?? 'document',
        link: unique('l'),
        body: section.body ?? '正文',
        videoPath: section.kind === 'video' ? (section.videoPath ?? 'test.mp4') : null,
        durationSeconds: 60,
        isFreeTrial: section.isFreeTrial ?? false,
        publishedOn,
      })),
    )
    .returning();
  return rows.map((row) => ({ id: row.id, chapter: number, link: row.link }));
}

interface GrantOptions {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** When the 报名表 came in; absent: it is still missing. */
  readonly openedAt?: Date;
  readonly revokedAt?: Date;
}

/** A paid order of one product with its enrolment and grant, as settling leaves it. */
export async function mintPaidOrder(
  db: Db,
  accountId: number,
  product: MintedProduct,
  options: GrantOptions,
): Promise<MintedOrder> {
  const minted = await mintPendingOrder(db, accountId, [{ product }], { now: options.startsAt });
  await db.update(order).set({ status: 'paid', paidAt: options.startsAt }).where(eq(order.id, minted.id));
  const line = only(await db.select().from(orderLine).where(eq(orderLine.orderId, minted.id)));
  await db.insert(enrolment).values({ accountId, productId: product.id }).onConflictDoNothing();
  const own = and(eq(enrolment.accountId, accountId), eq(enrolment.productId, product.id));
  if (options.openedAt) {
    await db
      .update(enrolment)
      .set({ openedAt: options.openedAt })
      .where(and(own, isNull(enrolment.openedAt)));
  }
  const held = only(await db.select().from(enrolment).where(own));
  await db.insert(enrolmentGrant).values({
    enrolmentId: held.id,
    orderLineId: line.id,
    validDays: line.validDays,
    startsAt: options.startsAt,
    endsAt: options.endsAt,
    revokedAt: options.revokedAt ?? null,
  });
  return minted;
}
