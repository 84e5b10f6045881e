import { eq } from 'drizzle-orm';
import { courseChapter } from '@/db/schema';
import type { CatalogueAction, CatalogueSubject } from '@/lib/domain/catalogue-audit';
import type { EntryListName } from '@/lib/domain/catalogue-form-entry';
import { type ErrorCode, err, type Result } from '@/lib/errors';
import { authoriseAdmin } from '../admin/authorise-admin';
import type { AccountCtx, Ctx, TxCtx } from '../ctx';
import type { RowState } from './audit-diff';
import { type CatalogueError, catalogueWrite } from './catalogue-write';
import { LISTS } from './entry-lists';
import { productWrite } from './product-write';

interface EntryAddress {
  readonly list: EntryListName;
  readonly parent: number | null;
  readonly id: number;
}

export interface EntryWrite {
  readonly ctx: AccountCtx & TxCtx;
  readonly record: (action: CatalogueAction, before: RowState, after: RowState, entry?: string) => Promise<void>;
}

/** A write to an entry of any list: below its product if it hangs on one, else a subject of its own. */
export async function entryWrite<T, C extends ErrorCode>(
  ctx: Ctx,
  { list, parent, id }: EntryAddress,
  body: (write: EntryWrite) => Promise<Result<T, C>>,
): Promise<Result<T, C | 'NOT_FOUND' | CatalogueError>> {
  const authorised = authoriseAdmin(ctx);
  if (!authorised.ok) return authorised;
  const { below, parent: parentColumn } = LISTS[list];
  if ((parentColumn === null) !== (parent === null)) return err('NOT_FOUND');
  if (below !== null && parent !== null) {
    const productId = below === 'product' ? parent : await courseOf(ctx, parent);
    return productId === null ? err('NOT_FOUND') : productWrite(ctx, productId, body);
  }
  return catalogueWrite(ctx, ({ ctx: tx, record }) =>
    body({
      ctx: tx,
      record: (action, before, after, entry) =>
        record({
          action,
          subjectKind: subjectOf(list),
          subjectId: id,
          before,
          after,
          ...(entry !== undefined && { entry }),
        }),
    }),
  );
}

/** A chapter never moves to another course: its course needs no lock to be known. */
async function courseOf({ db }: Ctx, chapterId: number): Promise<number | null> {
  const [row] = await db
    .select({ courseId: courseChapter.courseId })
    .from(courseChapter)
    .where(eq(courseChapter.id, chapterId));
  return row?.courseId ?? null;
}

function subjectOf(list: EntryListName): CatalogueSubject {
  if (list === 'category' || list === 'sub-category' || list === 'teacher') return list;
  throw new Error(`${list} hangs on a product`);
}
