import { describe, expect, it } from 'vitest';
import { playwrightSchema, vitestSchema } from './test-report';

describe('a report of vitest', () => {
  it('names what failed by file and test', () => {
    const report = {
      numPassedTests: 2,
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'adds' },
            { status: 'failed', fullName: 'subtracts' },
          ],
        },
        { name: 'b.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'divides' }] },
      ],
    };
    expect(vitestSchema.parse(report)).toEqual({ passed: 2, failed: ['a.test.ts › subtracts'] });
  });

  it('names a file that could not be loaded', () => {
    const testResults = [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }];
    expect(vitestSchema.parse({ numPassedTests: 0, testResults })).toEqual({ passed: 0, failed: ['a.test.ts'] });
  });
});

describe('a report of Playwright', () => {
  const spec = (title: string, statuses: readonly string[]) => ({
    title,
    file: 'cart.spec.ts',
    line: 7,
    tests: statuses.map((status, index) => ({ projectName: index === 0 ? 'desktop' : 'phone', status })),
  });

  it('names what failed in every suite, and what passed only at the second try', () => {
    const report = {
      stats: { expected: 2 },
      suites: [
        {
          specs: [spec('fills', ['expected', 'unexpected'])],
          suites: [{ specs: [spec('empties', ['flaky']), spec('waits', ['skipped', 'expected'])] }],
        },
      ],
    };
    expect(playwrightSchema.parse(report)).toEqual({
      passed: 2,
      failed: ['[phone] cart.spec.ts:7 › fills', '[desktop] cart.spec.ts:7 › empties'],
    });
  });
});
