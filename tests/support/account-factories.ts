import { randomBytes } from 'node:crypto';
import type { Db } from '@/db/client';
import { register } from '@/lib/services/account/register';
import type { AccountCtx, Ctx } from '@/lib/services/ctx';
import { solveCombination } from '@/lib/solver/combination-solver';
import { fakeGateways, mintAccount, silentLog } from './factories';

export const PASSWORD = 'correct horse';

/** A name and an address no other test has; throttles count by both. */
export const freshUsername = (): string => `u_${randomBytes(6).toString('hex')}`;
export const freshAddress = (): string => `203.0.113.7#${randomBytes(6).toString('hex')}`;

/** The context of someone signed out, at `now`. */
export const visitorCtx = (db: Db, now = new Date()): Ctx => ({
  db,
  actor: { kind: 'visitor' },
  now,
  gateways: fakeGateways(),
  solver: solveCombination,
  log: silentLog,
});

/** A registered student with the password `PASSWORD`. */
export async function registerStudent(db: Db): Promise<{ readonly id: number; readonly username: string }> {
  const username = freshUsername();
  const registered = await register(visitorCtx(db), { username, password: PASSWORD, address: freshAddress() });
  if (!registered.ok) throw new Error(registered.error.code);
  return { id: registered.value.accountId, username };
}

/** The context of an administrator of this test's own, at `now`. */
export async function adminCtx(db: Db, now = new Date()): Promise<AccountCtx> {
  const { id } = await mintAccount(db, { role: 'admin' });
  return {
    db,
    actor: { kind: 'account', id, role: 'admin' },
    now,
    gateways: fakeGateways(),
    solver: solveCombination,
    log: silentLog,
  };
}
