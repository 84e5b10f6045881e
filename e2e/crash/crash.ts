import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { coursesOnSale, Students } from '@/e2e/load/accounts';
import { Browser, keepAlive } from '@/e2e/load/browser';
import { readSharedForms } from '@/e2e/load/journey';
import { aftermath } from './aftermath';
import { type Buyer, buyStubbornly } from './buyer';
import { type FragileStack, PARTS, startFragileStack } from './fragile-stack';

// node --import tsx e2e/crash/crash.ts [--kills 10] [--checkouts 500]: exits 0 when not a fen and not a job was lost.

const { values } = parseArgs({ options: { kills: { type: 'string' }, checkouts: { type: 'string' } } });
const kills = Number(values.kills ?? 10);
const checkouts = Number(values.checkouts ?? 500);
const AT_ONCE = 24;
const DOWN_MS = 500;
const GIVE_UP_MS = 15 * 60_000;

const say = (line: string) => console.log(`── ${line}`);

async function gather(stack: FragileStack): Promise<Buyer[]> {
  const agent = keepAlive(AT_ONCE);
  const [guide, ...students] = await new Students(stack).take(checkouts + 1);
  if (!guide) throw new Error('no student');
  // They were given their coupons past the counter.
  await stack.db.execute(sql`
    update coupon_family f set quantity = null,
      claimed = (select count(*) from coupon_record r where r.family_id = f.id)`);
  const courses = await coursesOnSale(stack, 8);
  const forms = await readSharedForms(new Browser(agent, stack.url, guide.cookie), courses);
  return students.map((student, index) => ({
    student,
    browser: new Browser(agent, stack.url, student.cookie),
    purchase: {
      slug: courses[index % courses.length] ?? '',
      couponRecordId: student.couponRecordId,
      keys: stack.secrets.alipay,
      forms,
    },
  }));
}

/** All buy, so many at once; each time another share of them is through, the next part of the shop is killed. */
async function storm(stack: FragileStack, buyers: readonly Buyer[]): Promise<void> {
  const giveUpAt = Date.now() + GIVE_UP_MS;
  const waiting = [...buyers];
  const done: Buyer[] = [];
  const line = async () => {
    for (let buyer = waiting.shift(); buyer; buyer = waiting.shift()) {
      await buyStubbornly(stack, buyer, giveUpAt);
      done.push(buyer);
    }
  };
  const killer = async () => {
    for (let kill = 0; kill < kills; kill++) {
      const from = Math.floor(((kill + 0.5) / (kills + 0.5)) * buyers.length);
      while (done.length < from) await sleep(20);
      const part = PARTS[kill % PARTS.length] ?? 'site';
      say(`kill -9 ${part}, ${done.length} of ${buyers.length} checkouts done`);
      await stack.kill(part);
      await sleep(DOWN_MS);
      await stack.revive();
    }
  };
  await Promise.all([killer(), ...Array.from({ length: AT_ONCE }, line)]);
}

async function crash(): Promise<number> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'luffy-crash-'));
  const stack = await startFragileStack(dataDir);
  try {
    say(`${checkouts} checkouts, ${kills} kills`);
    const buyers = await gather(stack);
    const begun = Date.now();
    await storm(stack, buyers);
    await stack.revive();
    const { paid, drainedAfter, wrong } = await aftermath(stack, checkouts);
    say(
      `${paid} paid in ${((Date.now() - begun) / 1000).toFixed(0)} s, at rest ${drainedAfter.toFixed(0)} s after the last`,
    );
    // Complaints about what was killed are what one expects: they are worth reading only if something else is wrong.
    if (wrong.length > 0) console.error(stack.complaints().slice(-20_000));
    for (const line of wrong.slice(0, 40)) console.error(`✗ ${line}`);
    if (wrong.length === 0)
      console.log('✓ every payment has its enrolment, every enrolment its payment, nothing waits');
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

process.exit(await crash());
