import { defineConfig } from 'drizzle-kit';

// Only `drizzle-kit generate` is used; migrations run through db/migrate.ts, so no credentials are needed here.
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/index.ts',
  out: './db/migrations',
  casing: 'snake_case',
  strict: true,
});
