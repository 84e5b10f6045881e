// @ts-check
// `npm start` (and `npm run dev` with --dev). Plain Node up to the point where the dependencies are installed.
import { ensureInstalled, enterRepository, loadDotEnv, requireNode } from './install.mjs';

enterRepository();
requireNode();
ensureInstalled();
loadDotEnv();

const { register } = await import('tsx/esm/api');
register();
const { launch } = await import('./launch.ts');
process.exit(await launch(process.argv.includes('--dev') ? 'dev' : 'start'));
