import { expect, test } from 'vitest';
import { sameTree } from './install.mjs';

const locked = {
  '': { version: '0.1.0' },
  'node_modules/next': { version: '16.4.6', integrity: 'sha512-a' },
  'node_modules/pg-mac': { version: '18.4.0', integrity: 'sha512-b', optional: true },
};

test('the locked tree without another platform’s optional packages is installed', () => {
  expect(sameTree(locked, { 'node_modules/next': { version: '16.4.6', integrity: 'sha512-a' } })).toBe(true);
});

test.each([
  ['nothing', {}],
  ['another version', { 'node_modules/next': { version: '16.4.5', integrity: 'sha512-a' } }],
  ['the version with other content', { 'node_modules/next': { version: '16.4.6', integrity: 'sha512-x' } }],
  [
    'something more',
    {
      'node_modules/next': { version: '16.4.6', integrity: 'sha512-a' },
      'node_modules/left-pad': { version: '1.0.0' },
    },
  ],
])('%s is not', (_what, installed) => {
  expect(sameTree(locked, installed)).toBe(false);
});
