// @ts-check
// `npm test`: everything, from a fresh clone; with `--long`, what takes too long for that.
// Plain Node up to the point where the dependencies are installed.
import { ensureInstalled, enterRepository, requireNode } from './install.mjs';

enterRepository();
requireNode();
ensureInstalled();

const { register } = await import('tsx/esm/api');
register();
const { runLongTests, runTests } = await import('./run-tests.ts');
process.exit(await (process.argv.includes('--long') ? runLongTests() : runTests()));
