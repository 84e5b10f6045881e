import { describe, expect, test } from 'vitest';
import { escapeMarkup, wrapTitle } from './cover-title';

describe('wrapTitle', () => {
  test.each([
    ['路飞学城', 9, ['路飞学城']],
    ['一二三四五六七八九十', 9, ['一二三四五六七八九', '十']],
    ['PostgreSQL 性能调优实战', 9, ['PostgreSQL 性能', '调优实战']],
    ['React + TypeScript：写得久的前端', 11, ['React + TypeScript：', '写得久的前端']],
    ['一二三四：五', 4, ['一二三四：', '五']],
    ['', 9, []],
  ])('%s in %i ems', (title, width, lines) => {
    expect(wrapTitle(title, width, 2)).toEqual(lines);
  });

  test('says that something was left out', () => {
    expect(wrapTitle('一二三四五六七八九十', 4, 2)).toEqual(['一二三四', '五六七…']);
  });
});

test('a name that looks like markup is none', () => {
  expect(escapeMarkup(`</text><script>"C++" & 'C#'`)).toBe(
    '&lt;/text&gt;&lt;script&gt;&quot;C++&quot; &amp; &#39;C#&#39;',
  );
});
