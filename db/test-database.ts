import { inject } from 'vitest';
import { createDb, type Database } from './client';
import { copyDatabase } from './test-server';

export interface TestDatabase {
  /** A pool of 20 connections: enough for a real race. */
  readonly db: Database;
  readonly url: string;
}

/** A migrated, empty database for one test file, to be made in `beforeAll`. It is dropped when the run ends. */
export async function testDatabase(): Promise<TestDatabase> {
  const { url: serverUrl, template, prefix } = inject('testPostgres');
  const url = await copyDatabase(serverUrl, template, prefix);
  return { db: createDb(url, { max: 20 }), url };
}
