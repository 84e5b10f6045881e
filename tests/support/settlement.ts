import { and, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { readSettlementFacts } from '@/db/queries/settlement-facts';
import { settlement } from '@/db/schema';
import { quoteVersion } from '@/lib/domain/quote-version';
import type { Quote } from '@/lib/domain/settlement';
import type { SettlementCommand } from '@/lib/domain/settlement-command';
import { quoteOf, type SettlementFacts } from '@/lib/domain/settlement-facts';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import type { AccountCtx } from '@/lib/services/ctx';
import { changeSettlement } from '@/lib/services/settlement/change-settlement';
import { startSettlement } from '@/lib/services/settlement/start-settlement';
import { type MintedProduct, only, putInCart, studentCtx } from './factories';

/** What a student who looks at the settlement page sees, and what its form would send. */
export interface Seen {
  readonly facts: SettlementFacts;
  readonly quote: Quote;
  readonly form: { readonly settlementId: number; readonly seenVersion: string };
}

export async function lookAtSettlement(db: Database, accountId: number, now = new Date()): Promise<Seen> {
  const row = only(
    await db
      .select()
      .from(settlement)
      .where(and(eq(settlement.accountId, accountId), eq(settlement.status, 'open'))),
  );
  const facts = await readSettlementFacts(db, row);
  const quote = quoteOf(facts, shanghaiDay(now));
  return { facts, quote, form: { settlementId: row.id, seenVersion: quoteVersion(facts, quote) } };
}

type WithoutId<C> = C extends unknown ? Omit<C, 'settlementId'> : never;

/** Sends a command about the settlement that is open now; about none that exists, when none is. */
export async function changeOpen(ctx: AccountCtx, command: WithoutId<SettlementCommand>) {
  const [row] = await ctx.db
    .select({ id: settlement.id })
    .from(settlement)
    .where(and(eq(settlement.accountId, ctx.actor.id), eq(settlement.status, 'open')));
  return changeSettlement(ctx, { ...command, settlementId: row?.id ?? 0 });
}

/** Puts the products into the student's cart and goes to the settlement with them. */
export async function settle(
  db: Database,
  student: { readonly id: number },
  products: readonly MintedProduct[],
): Promise<void> {
  for (const product of products) await putInCart(db, student.id, product);
  const started = await startSettlement(studentCtx(db, student));
  if (!started.ok) throw new Error(`no settlement: ${started.error.code}`);
}
