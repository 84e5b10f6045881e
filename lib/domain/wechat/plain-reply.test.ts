import { expect, it } from 'vitest';
import { plainReply } from './plain-reply';

const REPLY = '你好\n<a href="https://luffy.example/learn">去学习</a>，<a href="/x">y</a>。a < b';

it('has the words of its links', () => {
  expect(plainReply(REPLY)).toBe('你好\n去学习，y。a < b');
});

it('has their targets too, when asked', () => {
  expect(plainReply(REPLY, true)).toBe('你好\n去学习（https://luffy.example/learn），y（/x）。a < b');
});
