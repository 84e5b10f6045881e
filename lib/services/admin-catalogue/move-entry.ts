import { sql } from 'drizzle-orm';
import { type MoveInput, movedIds } from '@/lib/domain/catalogue-form-entry';
import { err, ok } from '@/lib/errors';
import type { Ctx, TxCtx } from '../ctx';
import { inList, lockedEntries, ORDERED } from './entry-lists';
import { entryWrite } from './entry-write';

/** One place up or down; at the end of its list an entry stays where it is. */
export function moveEntry(ctx: Ctx, input: MoveInput) {
  return entryWrite(ctx, input, async ({ ctx: tx, record }) => {
    const entries = await lockedEntries(tx, input.list, input.parent);
    const ids = entries.map(({ id }) => id);
    const moved = movedIds(ids, input.id, input.direction);
    if (moved === null) return err('NOT_FOUND');
    const place = (order: readonly number[]) => ({ position: order.indexOf(input.id) + 1 });
    if (moved.indexOf(input.id) !== ids.indexOf(input.id)) await writeOrder(tx, input, moved);
    const entry = entries.find(({ id }) => id === input.id);
    await record(`${input.list}.move`, place(ids), place(moved), entry?.label);
    return ok(null);
  });
}

// Beyond every place in use, so that no two rows have one place while they change it.
const ASIDE = 1_000_000;

async function writeOrder({ db }: TxCtx, { list: name, parent }: MoveInput, ids: readonly number[]): Promise<void> {
  const list = ORDERED[name];
  const order = sql.identifier(list.order.name);
  const wanted = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  const places = sql`unnest(array[${wanted}]::bigint[]) with ordinality as wanted(id, place)`;
  const own = inList(list, parent) ?? sql`true`;
  await db.execute(sql`update ${list.table} set ${order} = ${list.order} + ${ASIDE} where ${own}`);
  await db.execute(
    sql`update ${list.table} set ${order} = wanted.place from ${places} where ${list.key} = wanted.id and ${own}`,
  );
}
