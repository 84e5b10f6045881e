// @ts-check
// `npm start` (and `npm run dev` with --dev). Plain Node up to the point where the dependencies are installed.
import { ensureInstalled, prepareProcess, requireNode } from './install.mjs';

prepareProcess();
requireNode();
ensureInstalled();

const { register } = await import('tsx/esm/api');
register();
const { launch } = await import('./launch.ts');
process.exit(await launch(process.argv.includes('--dev') ? 'dev' : 'start'));
