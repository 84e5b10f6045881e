import { and, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { readSettlementFacts } from '@/db/queries/settlement-facts';
import { settlement } from '@/db/schema';
import { quoteVersion } from '@/lib/domain/quote-version';
import type { Quote } from '@/lib/domain/settlement';
import { quoteOf } from '@/lib/domain/settlement-facts';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { startSettlement } from '@/lib/services/settlement/start-settlement';
import { type MintedProduct, only, putInCart, studentCtx } from './factories';

/** What a student who looks at the settlement page sees, and what its form would send. */
export interface Seen {
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
  const quote = quoteOf(await readSettlementFacts(db, row), shanghaiDay(now));
  return { quote, form: { settlementId: row.id, seenVersion: quoteVersion(quote) } };
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
