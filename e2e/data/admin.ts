import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright/test';
import { z } from 'zod';
import type { Database } from '@/db/client';
import {
  account,
  campaign,
  couponGrant,
  couponRecord,
  courseChapter,
  courseSection,
  degreeCourse,
  homework,
  teacher,
  wechatEvent,
  wechatMenu,
  wechatQrcode,
  wechatUser,
} from '@/db/schema';
import { PASSWORD, registerStudent } from '@/tests/support/account-factories';
import { mintCode, mintCoupon } from '@/tests/support/coupon-factories';
import { mintAccount, mintCourse, only, unique } from '@/tests/support/factories';
import { mintMessage } from '@/tests/support/message-factories';
import { mintFullOrder } from '@/tests/support/payment-factories';
import { mintPaidOrder, valueOf } from '@/tests/support/refund-factories';
import type { Student } from '../fixtures';
import { SignInPage } from '../pages/sign-in-page';
import { mintBillDay } from './reconciliation';

const APP = 'app';

/** Every address below /admin, as the app folder has it: `/admin/users/[id]`. */
const adminPatterns = (): string[] =>
  readdirSync(path.join(APP, 'admin'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(page\.tsx|route\.ts)$/.test(path.basename(file)))
    .map((file) => path.join('/admin', path.dirname(file)));

/** Whether an address is a page, and not a route that answers data. */
const isPage = (pattern: string): boolean => readdirSync(path.join(APP, pattern)).some((file) => file === 'page.tsx');

/** Someone of a role, with a password. */
export async function mintSignIn(db: Database, role: 'mentor' | 'admin'): Promise<Student> {
  const registered = await registerStudent(db);
  await db.update(account).set({ role }).where(eq(account.id, registered.id));
  return { ...registered, password: PASSWORD };
}

/** The page's person becomes an administrator. */
export async function signInAsAdmin(page: Page, db: Database, student: Student): Promise<void> {
  await db.update(account).set({ role: 'admin' }).where(eq(account.id, student.id));
  await new SignInPage(page).signIn(student);
}

type Names = Readonly<Record<string, string>>;

/** Something to see at every address: what stands for the names in brackets, by the section of the dashboard. */
async function examples(db: Database): Promise<Readonly<Record<string, Names>>> {
  const { student, attempt } = await mintFullOrder(db);
  const { placed, lineA, ask } = await mintPaidOrder(db);
  const asked = valueOf(await ask([lineA.id]));
  const section = only(await db.select().from(courseSection).limit(1));
  const chapter = only(await db.select().from(courseChapter).where(eq(courseChapter.id, section.chapterId)));
  const task = only(await db.select().from(homework).where(eq(homework.chapterId, chapter.id)).limit(1));
  const degree = only(await db.select().from(degreeCourse).limit(1));
  const sent = only(
    await db
      .insert(campaign)
      .values(await newCampaign(db))
      .returning(),
  );
  const course = { id: chapter.courseId, chapterId: chapter.id, sectionId: section.id, homeworkId: task.id };
  const teacherId = only(await db.select().from(teacher).limit(1)).id;
  return {
    orders: { orderNo: placed.orderNo },
    refunds: { id: String(asked.refundId) },
    payments: { id: String(attempt.id) },
    reconciliation: await mintBillDay(db),
    users: { id: String(student.id) },
    messages: { id: String(sent.id), messageId: String((await mintMessage(db, student.id)).id) },
    wechat: await newWechat(db),
    coupons: await newCoupon(db),
    courses: Object.fromEntries(Object.entries(course).map(([name, id]) => [name, String(id)])),
    degrees: { id: String(degree.productId) },
    teachers: { id: String(teacherId) },
  };
}

const newCampaign = async (db: Database) => ({
  createdBy: (await mintAccount(db, { role: 'admin' })).id,
  formKey: randomUUID(),
  title: '开课提醒',
  content: { kind: 'text', text: '今晚八点直播' } as const,
  audience: { kind: 'picked', accountIds: [] } as const,
});

/** Somebody who wrote, a channel's code, and two versions of the menu. */
async function newWechat(db: Database): Promise<Names> {
  const { id: createdBy } = await mintAccount(db, { role: 'admin' });
  const appId = 'sandbox';
  const writer = only(
    await db
      .insert(wechatUser)
      .values({ appId, openid: unique('o'), nickname: '娜美' })
      .returning(),
  );
  const content = { ToUserName: 'gh_luffy', MsgType: 'text', Content: '我的课程' };
  const pushed = { dedupeKey: unique('d'), signature: unique('s'), type: 'text', happenedAt: new Date() };
  const event = only(
    await db
      .insert(wechatEvent)
      .values({ appId, ...pushed, content, wechatUserId: writer.id, reply: '你还没有课程。' })
      .returning(),
  );
  const scene = `m_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const url = `http://weixin.example/q/${scene}`;
  await db.insert(wechatQrcode).values({ appId, scene, url, action: 'marketing', name: '海报', createdBy });
  const buttons = [{ type: 'view', name: '买课', url: '/courses' }] as const;
  const menu = only(
    await db
      .insert(wechatMenu)
      .values({ buttons, createdBy, status: 'published', publishedAt: new Date() })
      .returning(),
  );
  const list = { type: 'list', name: '我的', items: [{ type: 'click', name: '帮助', key: 'help' }] } as const;
  await db
    .insert(wechatMenu)
    .values({ buttons: [...buttons, list], createdBy, status: 'failed', failure: '没有连上微信' });
  return { menuId: String(menu.id), eventId: String(event.id), qrcodeId: scene };
}

/** A coupon with a copy, a code and a list that is about to be granted. */
async function newCoupon(db: Database): Promise<Names> {
  const [owner, other] = [await mintAccount(db), await mintAccount(db)];
  const minted = await mintCoupon(db, { family: { quantity: 5, claimed: 1 } });
  const { id: couponId, familyId } = minted;
  await mintCode(db, minted);
  const days = { validFrom: '2020-01-01', validUntil: '2099-12-31' };
  await db.insert(couponRecord).values({ number: unique('r'), couponId, familyId, accountId: owner.id, ...days });
  const grant = only(
    await db
      .insert(couponGrant)
      .values({
        familyId,
        createdBy: (await mintAccount(db, { role: 'admin' })).id,
        accountIds: [owner.id, other.id],
        problems: [{ line: 3, text: 'nobody', problem: 'unknown' }],
      })
      .returning(),
  );
  return { id: String(familyId), grantId: String(grant.id) };
}

/** Every address below /admin with something at it. */
export async function adminPaths(db: Database): Promise<{ readonly path: string; readonly isPage: boolean }[]> {
  const known = await examples(db);
  return adminPatterns().map((pattern) => ({
    isPage: isPage(pattern),
    path: pattern.replace(/\[(\w+)\]/g, (_match, name: string) => {
      const value = known[pattern.split('/')[2] ?? '']?.[name];
      if (value === undefined) throw new Error(`no example of [${name}] for ${pattern}: add one here`);
      return value;
    }),
  }));
}

/** Somebody under a name that is to be seen nowhere by those who may not. */
export async function mintSecret(db: Database): Promise<string> {
  const { id } = await mintAccount(db);
  const nickname = unique('机密');
  await db.update(account).set({ nickname }).where(eq(account.id, id));
  await mintCourse(db, { name: unique('机密课程') });
  return nickname;
}

const manifestSchema = z.object({
  node: z.record(
    z.string(),
    z.object({ filename: z.string(), exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
});

interface AdminAction {
  readonly id: string;
  readonly name: string;
  /** A page that has it: actions are called through the pages that use them. */
  readonly page: string;
}

/** Every server action of the dashboard, as the build lists it. */
export function adminActions(): AdminAction[] {
  const manifest = readFileSync('.next/server/server-reference-manifest.json', 'utf8');
  return Object.entries(manifestSchema.parse(JSON.parse(manifest)).node)
    .filter(([, action]) => action.filename.startsWith('app/admin/'))
    .map(([id, action]) => ({
      id,
      name: `${action.filename} ${action.exportedName}`,
      page: pageOf(Object.keys(action.workers)),
    }));
}

const pageOf = (workers: readonly string[]): string =>
  (workers[0] ?? '')
    .replace(/^app/, '')
    .replace(/\/page$/, '')
    .replace(/\[\w+\]/g, '1');
