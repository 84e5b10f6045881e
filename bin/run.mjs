// @ts-check
// `node bin/run.mjs script.ts …`: runs a script of ours with DATABASE_URL set, on the shop's own database.
import { ensureInstalled, enterRepository, loadDotEnv, requireNode } from './install.mjs';

enterRepository();
requireNode();
ensureInstalled();
loadDotEnv();

const { register } = await import('tsx/esm/api');
register();
const { runWithDatabase } = await import('./with-database.ts');
process.exit(await runWithDatabase(process.argv.slice(2)));
