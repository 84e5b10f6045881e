import { cacheTags } from '@/lib/cache-tags';
import type { CatalogueAction, CatalogueSubject } from '@/lib/domain/catalogue-audit';
import type { ErrorCode, Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import { writeAudit } from '../audit/write-audit';
import { expireTags } from '../cache/expire-tags';
import type { AccountCtx, Ctx, TxCtx } from '../ctx';
import { auditDiff, type RowState } from './audit-diff';
import { type RefusedByDatabase, refusalOf } from './refusals';

interface Entry {
  readonly action: CatalogueAction;
  readonly subjectKind: CatalogueSubject;
  readonly subjectId: number;
  /** Which part of the subject, when it has several of the kind. */
  readonly entry?: string;
  /** The row before and after; the log keeps what differs, and nothing when nothing does. */
  readonly before: RowState;
  readonly after: RowState;
}

export interface CatalogueWrite {
  readonly ctx: AccountCtx & TxCtx;
  readonly record: (entry: Entry) => Promise<void>;
  /** Expires the page of the product with this slug, besides what lists products. */
  readonly expirePage: (slug: string) => void;
}

export type CatalogueError = 'FORBIDDEN' | RefusedByDatabase;

/**
 * One write of the catalogue: by an administrator, in one transaction with its audit entry and the expiry of the pages
 * that show it. Whatever is refused leaves nothing behind.
 */
export async function catalogueWrite<T, C extends ErrorCode>(
  anyone: Ctx,
  body: (write: CatalogueWrite) => Promise<Result<T, C>>,
): Promise<Result<T, C | CatalogueError>> {
  const authorised = authoriseAdmin(anyone);
  if (!authorised.ok) return authorised;
  let refused: Result<T, C> | undefined;
  try {
    return await authorised.value.db.transaction(async (tx) => {
      const ctx = { ...authorised.value, db: tx };
      const tags = new Set<string>([cacheTags.catalogue]);
      const expirePage = (slug: string) => void tags.add(cacheTags.product(slug));
      const result = await body({ ctx, record: (entry) => record(ctx, entry), expirePage });
      if (!result.ok) {
        refused = result;
        tx.rollback();
      }
      // Once and last: writers of different products meet at the tag they share, in one order.
      await expireTags(ctx, [...tags]);
      return result;
    });
  } catch (error) {
    const refusal = refused ?? refusalOf(error);
    if (refusal) return refusal;
    throw error;
  }
}

async function record(ctx: TxCtx, { entry, before: was, after: is, ...rest }: Entry): Promise<void> {
  const diff = auditDiff(was, is);
  if (diff === null) return;
  const after = diff.after && { ...(entry !== undefined && { entry }), ...diff.after };
  await writeAudit(ctx, { ...rest, before: diff.before, after });
}
