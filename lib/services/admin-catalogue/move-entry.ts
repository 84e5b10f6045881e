import { sql } from 'drizzle-orm';
import { type MoveInput, movedIds } from '@/lib/domain/catalogue-form-entry';
import { err, ok } from '@/lib/errors';
import type { Ctx, TxCtx } from '../ctx';
import { inList, ORDERED, type Ordered } from './entry-lists';
import { entryWrite } from './entry-write';

/** One place up or down; at the end of its list an entry stays where it is. */
export function moveEntry(ctx: Ctx, input: MoveInput) {
  return entryWrite(ctx, input, async ({ ctx: tx, record }) => {
    const list = ORDERED[input.list];
    const ids = await lockedIds(tx, list, input.parent);
    const moved = movedIds(ids, input.id, input.direction);
    if (moved === null) return err('NOT_FOUND');
    if (moved.indexOf(input.id) === ids.indexOf(input.id)) return ok(null);
    await writeOrder(tx, list, input.parent, moved);
    const place = (order: readonly number[]) => ({ id: input.id, position: order.indexOf(input.id) + 1 });
    await record(`${input.list}.move`, place(ids), place(moved));
    return ok(null);
  });
}

async function lockedIds({ db }: TxCtx, list: Ordered, parent: number | null): Promise<number[]> {
  const rows = await db
    .select({ id: sql`${list.key}`.mapWith(Number), place: sql`${list.order}`.mapWith(Number) })
    .from(list.table)
    .where(inList(list, parent))
    // Locked by id, everywhere the same; the order is made afterwards.
    .orderBy(list.key)
    .for('no key update');
  return rows.sort((one, other) => one.place - other.place || one.id - other.id).map(({ id }) => id);
}

// Beyond every place in use, so that no two rows have one place while they change it.
const ASIDE = 1_000_000;

async function writeOrder({ db }: TxCtx, list: Ordered, parent: number | null, ids: readonly number[]) {
  const order = sql.identifier(list.order.name);
  const places = sql`unnest(array[${sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )}]::bigint[]) with ordinality as wanted(id, place)`;
  const own = inList(list, parent) ?? sql`true`;
  await db.execute(sql`update ${list.table} set ${order} = ${list.order} + ${ASIDE} where ${own}`);
  await db.execute(
    sql`update ${list.table} set ${order} = wanted.place from ${places} where ${list.key} = wanted.id and ${own}`,
  );
}
