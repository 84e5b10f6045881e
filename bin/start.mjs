// @ts-check
// `npm start` (and `npm run dev` with --dev). Plain Node up to the point where the dependencies are installed.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureInstalled, requireNode } from './install.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
requireNode();
ensureInstalled();
if (existsSync('.env')) process.loadEnvFile('.env');

const { register } = await import('tsx/esm/api');
register();
const { launch } = await import('./launch.ts');
process.exit(await launch(process.argv.includes('--dev') ? 'dev' : 'start'));
