import { expect, test } from 'vitest';
import { ByteLru } from './byte-lru.mjs';

test('drops what was used least recently once the bytes are spent', () => {
  const lru = new ByteLru(30);
  for (const key of ['a', 'b', 'c']) lru.set(key, key, 10);
  lru.get('a');
  lru.set('d', 'd', 10);
  expect(['a', 'b', 'c', 'd'].map((key) => lru.get(key))).toEqual(['a', undefined, 'c', 'd']);
});

test('a value that replaces another gives its bytes back; one that can never fit is not kept', () => {
  const lru = new ByteLru(30);
  lru.set('a', 1, 25);
  lru.set('a', 2, 5);
  lru.set('b', 3, 25);
  lru.set('c', 4, 31);
  expect([lru.get('a'), lru.get('b'), lru.get('c')]).toEqual([2, 3, undefined]);
});
