import 'server-only';
import type { Db } from '@/db/client';
import type { CombinationSolver } from '@/lib/domain/best-combination';
import { type CartLine, settledLines } from '@/lib/domain/cart-line';
import type { Fen } from '@/lib/domain/money';
import { MAX_SETTLEMENT_LINES } from '@/lib/domain/settlement';
import { type Day, shanghaiDay } from '@/lib/domain/shanghai-day';
import { countClaimable } from './coupon-offers';
import { readWallet } from './coupons';

/** What coupons do to the selected lines of a cart. */
export interface CartCoupons {
  /** With the best combination of what the account has, before 贝里; null when none of it helps. */
  readonly best: { readonly payableFen: Fen; readonly savedFen: Fen; readonly names: readonly string[] } | null;
  /** How many more could be claimed today for what is in the cart. */
  readonly claimable: number;
}

interface CartReader {
  readonly db: Db;
  readonly solve: CombinationSolver;
  readonly accountId: number | null;
  readonly now: Date;
}

/** Two statements for an account, one for a visitor, none for an empty cart. */
export async function readCartCoupons(reader: CartReader, lines: readonly CartLine[]): Promise<CartCoupons> {
  if (lines.length === 0) return { best: null, claimable: 0 };
  const { db, accountId, now } = reader;
  const today = shanghaiDay(now);
  const productIds = lines.flatMap((line) => (line.problem === null ? [line.productId] : []));
  const [best, claimable] = await Promise.all([
    accountId === null ? null : bestOf({ ...reader, accountId }, lines, today),
    countClaimable(db, { accountId, productIds, today }),
  ]);
  return { best, claimable };
}

async function bestOf(
  { db, solve, accountId }: CartReader & { readonly accountId: number },
  lines: readonly CartLine[],
  today: Day,
): Promise<CartCoupons['best']> {
  const settled = settledLines(lines).map(({ productId, policy }) => ({ productId, listFen: policy.priceFen }));
  if (settled.length === 0 || settled.length > MAX_SETTLEMENT_LINES) return null;
  const scope = { productIds: settled.map((line) => line.productId), withUnbound: true };
  const wallet = await readWallet(db, accountId, { scope, usableOn: today });
  if (wallet.length === 0) return null;
  const { choice, payableFen, savedFen } = await solve({ lines: settled, wallet, today });
  const chosen = new Set([...choice.lineCoupons, choice.orderCoupon]);
  const names = wallet.flatMap(({ recordId, name }) => (chosen.has(recordId) ? [name] : []));
  return savedFen > 0 ? { payableFen, savedFen, names } : null;
}
