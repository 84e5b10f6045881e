import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Database, Db } from './client';
import { account } from './schema';
import { testDatabase } from './test-database';

const rows = z.array(z.object({ statement: z.string(), uses: z.coerce.number() }));

const read = (db: Db, id: number) => db.select({ id: account.id }).from(account).where(eq(account.id, id));

/** What this connection has kept of reading accounts. */
const kept = async (db: Db) =>
  rows.parse(
    await db.execute(sql`select statement, generic_plans + custom_plans as uses from pg_prepared_statements
      where statement like ${'select "id" from "account"%'}`),
  );

describe('statements', () => {
  let db: Database;
  beforeAll(async () => {
    ({ db } = await testDatabase());
  });

  it('are kept by their connection and used again, in a transaction and in a savepoint', async () => {
    await db.transaction(async (tx) => {
      await read(tx, 1);
      await tx.transaction((inner) => read(inner, 2));
      await read(tx, 3);
      expect(await kept(tx)).toEqual([expect.objectContaining({ uses: 3 })]);
    });
  });

  it('of bulk writes are not kept', async () => {
    await db.transaction(async (tx) => {
      const ids = Array.from({ length: 200 }, (_, index) => index + 1);
      const list = sql.join(
        ids.map((id) => sql`${id}`),
        sql`, `,
      );
      const count = async () =>
        z
          .array(z.object({ n: z.coerce.number() }))
          .parse(
            await tx.execute(
              sql`select count(*) as n from pg_prepared_statements where statement like '%any_of_many%'`,
            ),
          );
      await tx.execute(sql`select 1 as any_of_many where 1 in (${list})`);
      expect(await count()).toEqual([{ n: 0 }]);
    });
  });
});
