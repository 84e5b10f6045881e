import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createDb } from '../client';
import { seedDatabase } from './main';
import { addScale } from './scale';

// npm run db:seed -- [--demo] [--scale 10000], on a migrated database.
const argumentsSchema = z.object({
  url: z.url({ protocol: /^postgres(ql)?$/, error: '环境变量 DATABASE_URL: 应是 postgres:// 开头的连接串' }),
  demo: z.boolean().default(false),
  scale: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, '--scale: 应是 1 到 99999 的整数')
    .transform(Number)
    .optional(),
});

function fail(line: string): never {
  console.error(`✗ ${line}`);
  process.exit(1);
}

function readArguments() {
  try {
    const { values } = parseArgs({ options: { demo: { type: 'boolean' }, scale: { type: 'string' } } });
    return argumentsSchema.safeParse({ ...values, url: process.env.DATABASE_URL });
  } catch {
    return fail('用法: npm run db:seed -- [--demo] [--scale 10000]');
  }
}

const parsed = readArguments();
if (!parsed.success) fail(parsed.error.issues.map((issue) => issue.message).join('; '));
const { url, demo, scale } = parsed.data;
const db = createDb(url, { max: 1 });
try {
  const now = new Date();
  await seedDatabase(db, { demo, now });
  if (scale !== undefined) await addScale(db, { count: scale, now });
} finally {
  await db.$client.end();
}
