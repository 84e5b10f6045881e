import { z } from 'zod';

export interface Count {
  readonly passed: number;
  /** By name. */
  readonly failed: readonly string[];
}

const assertionSchema = z.object({ status: z.string(), fullName: z.string() });
const fileSchema = z.object({
  name: z.string(),
  status: z.string(),
  assertionResults: z.array(assertionSchema),
});

/** A file that could not be loaded has no tests, and failed as a whole. */
function failuresOf({ name, status, assertionResults }: z.infer<typeof fileSchema>): string[] {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [name] : [];
  return failed.map(({ fullName }) => `${name} › ${fullName}`);
}

/** What vitest's JSON reporter writes. */
export const vitestSchema = z
  .object({ numPassedTests: z.number(), testResults: z.array(fileSchema) })
  .transform(
    ({ numPassedTests, testResults }): Count => ({ passed: numPassedTests, failed: testResults.flatMap(failuresOf) }),
  );

const specSchema = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(z.object({ projectName: z.string(), status: z.string() })),
});

interface Suite {
  readonly specs: readonly z.infer<typeof specSchema>[];
  readonly suites?: readonly Suite[] | undefined;
}
const suiteSchema: z.ZodType<Suite> = z.object({
  specs: z.array(specSchema),
  get suites() {
    return z.array(suiteSchema).optional();
  },
});

const specsOf = (suites: readonly Suite[]): readonly z.infer<typeof specSchema>[] =>
  suites.flatMap((suite) => [...suite.specs, ...specsOf(suite.suites ?? [])]);

/** What Playwright's JSON reporter writes. A journey that passed only at the second try failed. */
export const playwrightSchema = z
  .object({ stats: z.object({ expected: z.number() }), suites: z.array(suiteSchema) })
  .transform(({ stats, suites }): Count => {
    const failed = specsOf(suites).flatMap(({ file, line, title, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ projectName }) => `[${projectName}] ${file}:${line} › ${title}`),
    );
    return { passed: stats.expected, failed };
  });
