import { eq } from 'drizzle-orm';
import { hashPassword } from '@/lib/auth/password';
import type { AccountRole } from '@/lib/domain/account';
import { beli } from '@/lib/domain/money';
import type { Db } from '../client';
import * as table from '../schema';
import { DEMO_MENTOR } from './catalogue/teachers';
import { type IdOf, lookup } from './lookup';

interface DemoAccount {
  readonly username: string;
  readonly nickname: string;
  readonly role: AccountRole;
  readonly bio: string;
  /** 贝里 given at the start. */
  readonly balance: number;
}

const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { username: 'luffy', nickname: '路飞', role: 'student', bio: '要成为会写代码的男人。', balance: 1500 },
  { username: 'zoro', nickname: '索隆', role: 'student', bio: '学习路线偶尔会迷路，但一定会到。', balance: 200 },
  { username: 'nami', nickname: '娜美', role: 'mentor', bio: 'Python 方向学习导师。', balance: 0 },
  { username: 'admin', nickname: '管理员', role: 'admin', bio: '', balance: 0 },
];

/** Accounts with published passwords (name + 123456); ids by username. */
export async function insertDemoAccounts(db: Db, now: Date): Promise<IdOf> {
  const values = await Promise.all(
    DEMO_ACCOUNTS.map(async ({ username, nickname, role, bio }) => ({
      username,
      nickname,
      role,
      bio,
      email: `${username}@example.com`,
      passwordHash: await hashPassword(`${username}123456`),
      isDemo: true,
      createdAt: now,
    })),
  );
  const rows = await db.insert(table.account).values(values).returning();
  const accountId = lookup(
    'account',
    rows.map((row) => [row.username, row.id]),
  );
  await db
    .update(table.teacher)
    .set({ accountId: accountId('nami') })
    .where(eq(table.teacher.name, DEMO_MENTOR));
  await grantBeli(db, accountId, now);
  return accountId;
}

async function grantBeli(db: Db, accountId: IdOf, now: Date): Promise<void> {
  for (const { username, balance } of DEMO_ACCOUNTS.filter((account) => account.balance > 0)) {
    const owner = { accountId: accountId(username) };
    await db.insert(table.beliAccount).values({ ...owner, balance: beli(balance), held: beli(0) });
    await db.insert(table.beliEntry).values({
      ...owner,
      businessKey: `seed:${username}:welcome`,
      kind: 'grant',
      delta: balance,
      heldDelta: 0,
      balanceAfter: beli(balance),
      heldAfter: beli(0),
      note: '新同学见面礼',
      createdAt: now,
    });
  }
}
