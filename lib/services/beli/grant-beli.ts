import type { Beli } from '@/lib/domain/money';
import type { TxCtx } from '../ctx';
import { postEntry } from './post-entry';

/** 贝里 from the school, once for each business key. Opens the account's ledger at the first. */
export async function grantBeli(
  ctx: TxCtx,
  input: { readonly accountId: number; readonly beli: Beli; readonly businessKey: string; readonly note: string },
): Promise<'posted' | 'repeated'> {
  const { accountId, beli, businessKey, note } = input;
  const outcome = await postEntry(ctx, { accountId, businessKey, kind: 'grant', delta: beli, heldDelta: 0, note });
  if (outcome === 'not_enough') throw new Error(`a grant of ${beli} 贝里 cannot overdraw`);
  return outcome;
}
