import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

const alias = [
  { find: /^@\//, replacement: root },
  // Next itself resolves this marker; outside of it, it refuses to load.
  { find: 'server-only', replacement: `${root}node_modules/server-only/empty.js` },
];

export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{app,bin,components,db,lib,sandbox,tests}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.integration.test.ts', 'tests/layers/bad/**'],
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['{app,bin,db,lib,sandbox,tests}/**/*.integration.test.ts'],
          globalSetup: ['db/test-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
