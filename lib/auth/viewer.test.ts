import { describe, expect, it, vi } from 'vitest';
import { getViewer } from './viewer';

const jar = vi.hoisted(() => new Map<string, { value: string }>());
vi.mock('next/headers', () => ({ cookies: async () => jar }));
vi.mock('@/lib/env', () => ({
  env: () => ({ APP_URL: 'http://127.0.0.1:3000', AUTH_SECRET: 'a secret of this test alone' }),
}));
vi.mock('@/lib/context', () => ({
  database: () => {
    throw new Error('the database was asked');
  },
}));

describe('getViewer', () => {
  it('asks no database without a session, or with one that is none', async () => {
    expect(await getViewer()).toBeNull();
    jar.set('luffy.session', { value: 'nonsense' });
    expect(await getViewer()).toBeNull();
  });
});
