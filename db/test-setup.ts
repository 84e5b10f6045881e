import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { dropDatabases, ensureTemplate, startTestServer } from './test-server';

interface TestPostgres {
  readonly url: string;
  readonly template: string;
  /** What the names of this run's databases begin with. */
  readonly prefix: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly testPostgres: TestPostgres;
  }
}

/** Once per run, whether all integration tests run or a single file: one server, one migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  const prefix = `luffy_test_${randomBytes(4).toString('hex')}`;
  project.provide('testPostgres', { url: server.url, template: await ensureTemplate(server.url), prefix });
  return async () => {
    await dropDatabases(server.url, prefix);
    await server.stop();
  };
}
