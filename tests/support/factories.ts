import { randomInt, randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import {
  account,
  beliAccount,
  beliEntry,
  cartItem,
  course,
  courseCategory,
  courseDetail,
  courseSubCategory,
  degreeCourse,
  pricePolicy,
  product,
} from '@/db/schema';
import type { AccountRole } from '@/lib/domain/account';
import type { CourseType, ProductKind, ProductStatus } from '@/lib/domain/catalogue';
import { beli, fen } from '@/lib/domain/money';
import type { AccountCtx, Gateways, Log } from '@/lib/services/ctx';
import { solveCombination } from '@/lib/solver/combination-solver';

/** Every test mints what it needs under names of its own; nothing is shared and nothing has to be cleaned up. */
export const unique = (prefix: string): string => `${prefix}-${randomUUID().slice(0, 13)}`;

/** The row an INSERT … RETURNING must have given. */
export function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('no row');
  return row;
}

export interface MintedAccount {
  readonly id: number;
  readonly username: string;
}

/** A student with an unusable password; `beli` is the opening balance. */
export async function mintAccount(
  db: Db,
  options: { role?: AccountRole; beli?: number; passwordHash?: string } = {},
): Promise<MintedAccount> {
  const username = unique('u');
  const row = only(
    await db
      .insert(account)
      .values({
        username,
        nickname: username,
        passwordHash: options.passwordHash ?? 'no password',
        role: options.role ?? 'student',
      })
      .returning(),
  );
  if (options.beli) await giveBeli(db, row.id, options.beli);
  return { id: row.id, username };
}

/** Opens the account's ledger with `amount` 贝里. */
export async function giveBeli(db: Db, accountId: number, amount: number): Promise<void> {
  const balance = { balance: beli(amount), held: beli(0) };
  await db.insert(beliAccount).values({ accountId, ...balance });
  await db.insert(beliEntry).values({
    accountId,
    businessKey: unique('test-grant'),
    kind: 'grant',
    delta: amount,
    heldDelta: 0,
    balanceAfter: balance.balance,
    heldAfter: balance.held,
  });
}

export interface MintedPolicy {
  readonly id: number;
  readonly validDays: number;
  readonly priceFen: number;
}

export interface MintedProduct {
  readonly id: number;
  readonly kind: ProductKind;
  readonly slug: string;
  readonly name: string;
  /** At least one; `policy` is the first. */
  readonly policies: readonly MintedPolicy[];
  readonly policy: MintedPolicy;
}

interface ProductOptions {
  readonly name?: string;
  readonly status?: ProductStatus;
  /** [valid days, fen] pairs. */
  readonly prices?: readonly (readonly [number, number])[];
}

async function mintProduct(db: Db, kind: ProductKind, options: ProductOptions): Promise<MintedProduct> {
  const slug = unique('p');
  const row = only(
    await db
      .insert(product)
      .values({
        kind,
        slug,
        name: options.name ?? `课程 ${slug}`,
        brief: '测试用',
        coverHue: randomInt(360),
        coverGlyph: '测',
        status: options.status ?? 'online',
      })
      .returning(),
  );
  const policies = await db
    .insert(pricePolicy)
    .values(
      (options.prices ?? [[30, 9900]]).map(([validDays, price]) => ({
        productId: row.id,
        validDays,
        priceFen: fen(price),
      })),
    )
    .returning();
  return { id: row.id, kind, slug, name: row.name, policies, policy: only(policies) };
}

/** A paid course at ¥99.00 for 30 days, unless told otherwise. A `degreeCourseId` makes it a module. */
export async function mintCourse(
  db: Db,
  options: ProductOptions & { courseType?: CourseType; degreeCourseId?: number } = {},
): Promise<MintedProduct> {
  const minted = await mintProduct(db, 'course', options);
  const category = only(
    await db
      .insert(courseCategory)
      .values({ slug: unique('c'), name: unique('分类'), position: 0 })
      .returning(),
  );
  const subCategory = only(
    await db
      .insert(courseSubCategory)
      .values({ categoryId: category.id, slug: unique('s'), name: unique('子类'), position: 0 })
      .returning(),
  );
  await db.insert(course).values({
    productId: minted.id,
    subCategoryId: subCategory.id,
    courseType: options.degreeCourseId ? 'degree_module' : (options.courseType ?? 'paid'),
    degreeCourseId: options.degreeCourseId ?? null,
    level: 'beginner',
    period: 30,
    // After the real ones.
    position: 1000,
    template: 'classic',
    publishedOn: '2024-01-01',
  });
  await db.insert(courseDetail).values({
    courseId: minted.id,
    hours: 8,
    slogan: '',
    whyStudy: '',
    whatToStudyBrief: '',
    careerImprovement: '',
    prerequisite: '',
  });
  return minted;
}

export async function mintDegree(db: Db, options: ProductOptions = {}): Promise<MintedProduct> {
  const minted = await mintProduct(db, 'degree_course', options);
  await db.insert(degreeCourse).values({
    productId: minted.id,
    totalScholarshipFen: fen(0),
    mentorCompensationBonusFen: fen(0),
    period: 180,
    prerequisite: '无',
    position: 0,
  });
  return minted;
}

/** Puts a product into the account's cart, selected, with its first policy. */
export async function putInCart(db: Db, accountId: number, minted: MintedProduct): Promise<void> {
  await db.insert(cartItem).values({ accountId, productId: minted.id, pricePolicyId: minted.policy.id });
}

const refuse = (): never => {
  throw new Error('this test did not expect a call to the gateway');
};

/** Gateways that fail the test when touched; pass parts to stand in. */
export const fakeGateways = (
  alipay: Partial<Gateways['alipay']> = {},
  wechat: Partial<Gateways['wechat']> = {},
): Gateways => ({
  alipay: {
    payUrl: refuse,
    query: refuse,
    close: refuse,
    refund: refuse,
    refundQuery: refuse,
    verifyNotify: refuse,
    bill: refuse,
    ...alipay,
  },
  wechat: {
    appId: 'wx0123456789abcdef',
    hashOpenid: (openid) => `hash of ${openid}`,
    pageUrl: (path) => `https://luffy.example${path}`,
    oauthUrl: refuse,
    exchangeCode: refuse,
    profile: refuse,
    refreshGrant: refuse,
    createQr: refuse,
    isFollowing: refuse,
    createMenu: refuse,
    jsapiTicket: refuse,
    signPage: refuse,
    listSubscribeTemplates: refuse,
    listTemplates: refuse,
    sendText: refuse,
    sendTemplate: refuse,
    sendSubscribe: refuse,
    ...wechat,
  },
});

/** Hears everything and says nothing. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** The context of a signed-in student, at `now`. */
export const studentCtx = (
  db: Db,
  student: { readonly id: number },
  options: { now?: Date; gateways?: Gateways } = {},
): AccountCtx => ({
  db,
  actor: { kind: 'account', id: student.id, role: 'student' },
  now: options.now ?? new Date(),
  gateways: options.gateways ?? fakeGateways(),
  solver: solveCombination,
  log: silentLog,
});
