import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createDb } from '../client';
import { seedDatabase } from './main';
import { addScale } from './scale';

// npm run db:seed -- [--demo] [--scale 10000], on a migrated database.
const { values } = parseArgs({ options: { demo: { type: 'boolean' }, scale: { type: 'string' } } });
const scale = z.coerce.number().int().min(1).max(1_000_000).optional().safeParse(values.scale);
const url = z.url({ protocol: /^postgres(ql)?$/ }).safeParse(process.env.DATABASE_URL);

if (!url.success) {
  console.error('DATABASE_URL: 应是 postgres:// 开头的连接串');
  process.exit(1);
}
if (!scale.success) {
  console.error('--scale: 应是 1 到 1000000 的整数');
  process.exit(1);
}

const db = createDb(url.data, { max: 1 });
try {
  const now = new Date();
  await seedDatabase(db, { demo: values.demo ?? false, now });
  if (scale.data !== undefined) await addScale(db, { count: scale.data, now });
} finally {
  await db.$client.end();
}
