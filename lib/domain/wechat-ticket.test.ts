import { expect, it } from 'vitest';
import { maskName } from './wechat-ticket';

it.each([
  ['', '*'],
  ['a', '*'],
  ['ab', 'a*'],
  ['abc', 'a**c'],
  ['luffy', 'l****y'],
  ['monkey.d.luffy', 'm****y'],
  ['路飞君', '路**君'],
])('%j is shown as %j', (name, expected) => expect(maskName(name)).toBe(expected));
