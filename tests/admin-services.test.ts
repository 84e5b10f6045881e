import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Actor } from '@/lib/services/ctx';
import { solveCombination } from '@/lib/solver/combination-solver';
import { fakeGateways, silentLog } from '@/tests/support/factories';

const OUTSIDERS: readonly Actor[] = [
  { kind: 'visitor' },
  { kind: 'system' },
  { kind: 'account', id: 1, role: 'student' },
  { kind: 'account', id: 1, role: 'mentor' },
];

const IMPORT = /import \{([^}]+)\} from '(@\/lib\/services\/[^']+)'/g;

const actionFiles = () =>
  readdirSync('app/admin', { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'actions.ts')
    .map((file) => path.join('app/admin', file));

/** Every service an action below /admin calls: its name where it is exported, and its module. */
function calledServices() {
  const sources = actionFiles().map((file) => readFileSync(file, 'utf8'));
  const called = sources.flatMap((source) =>
    [...source.matchAll(IMPORT)].flatMap(([, names = '', module = '']) =>
      names.split(',').flatMap((name) => {
        const exported = name.trim().split(' as ')[0] ?? '';
        return exported === '' || exported.startsWith('type ') ? [] : [{ exported, module }];
      }),
    ),
  );
  return [...new Map(called.map((service) => [`${service.module} ${service.exported}`, service])).values()];
}

// Whoever is refused must not have reached the database.
const noDatabase: unknown = new Proxy(
  {},
  {
    get: (_target, name) => {
      throw new Error(`db.${String(name)} before the administrator was asked for`);
    },
  },
);

const moduleSchema = z.record(z.string(), z.unknown());

async function refusalOf(service: { exported: string; module: string }, actor: Actor): Promise<unknown> {
  const file = path.resolve(`${service.module.replace('@/', '')}.ts`);
  const exports = moduleSchema.parse({ ...(await import(/* @vite-ignore */ file)) });
  const run = exports[service.exported];
  if (typeof run !== 'function') throw new Error(`${service.exported} is no service`);
  const ctx = {
    db: noDatabase,
    actor,
    now: new Date(),
    gateways: fakeGateways(),
    solver: solveCombination,
    log: silentLog,
  };
  return run(ctx, {});
}

describe('every service of the dashboard', () => {
  const services = calledServices();
  it('is found', () => {
    expect(services.length).toBeGreaterThan(3);
  });

  it.each(services)('$exported refuses everyone but administrators', async (service) => {
    for (const actor of OUTSIDERS) {
      expect(await refusalOf(service, actor)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    }
  });
});

it.each(actionFiles())('%s makes every action with adminAction', (file) => {
  const source = readFileSync(file, 'utf8');
  const [all, guarded] = [/^export /gm, /^export const \w+ = adminAction\(/gm].map(
    (pattern) => source.match(pattern)?.length ?? 0,
  );
  expect(guarded).toBe(all);
});
