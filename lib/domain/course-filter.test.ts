import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeFilter, courseListHref, NO_FILTER, parseCourseFilter, searchTerms } from './course-filter';

describe('parseCourseFilter', () => {
  test('reads every wish', () => {
    const params = {
      category: 'data-ai',
      sub: 'llm',
      level: 'beginner',
      type: 'paid',
      price: '100-300',
      q: ' 大模型 ',
      sort: 'newest',
      page: '3',
    };
    expect(parseCourseFilter(params)).toEqual({ ...params, q: '大模型', page: 3 });
  });

  test.each([
    { category: "x' or 1=1" },
    { sub: '../admin' },
    { level: 'expert' },
    { type: 'toString' },
    { price: 'constructor' },
    { price: '__proto__' },
    { sort: 'random' },
    { page: '-1' },
    { page: '0' },
    { page: '1e3' },
    { page: '999999999' },
    { q: '   ' },
    { unknown: 'x' },
  ])('takes %j for no wish', (params) => {
    expect(parseCourseFilter(params)).toEqual(NO_FILTER);
  });

  test('of a repeated parameter the first counts', () => {
    expect(parseCourseFilter({ level: ['advanced', 'beginner'], q: [] })).toEqual({ ...NO_FILTER, level: 'advanced' });
  });

  test('a long search is cut, and holds no zero character', () => {
    expect(parseCourseFilter({ q: `a\0${'b'.repeat(80)}` }).q).toBe(`a${'b'.repeat(49)}`);
  });
});

describe('courseListHref', () => {
  test('says nothing that goes without saying', () => {
    expect(courseListHref(NO_FILTER)).toBe('/courses');
    expect(courseListHref({ ...NO_FILTER, page: 2, sort: 'popular' })).toBe('/courses?sort=popular&page=2');
  });

  test('reading back what was written gives the same wishes, whatever was in the address', () => {
    const value = fc.oneof(fc.string(), fc.constantFrom('python', 'paid', 'free', 'newest', '7', 'beginner'));
    const names = fc.constantFrom('category', 'sub', 'level', 'type', 'price', 'q', 'sort', 'page');
    fc.assert(
      fc.property(fc.dictionary(names, value), (params) => {
        const filter = parseCourseFilter(params);
        const query = courseListHref(filter).split('?')[1] ?? '';
        expect(parseCourseFilter(Object.fromEntries(new URLSearchParams(query)))).toEqual(filter);
      }),
    );
  });
});

describe('changeFilter', () => {
  const filter = { ...NO_FILTER, category: 'data-ai', sub: 'llm', page: 4 };

  test('begins at the first page again', () => {
    expect(changeFilter(filter, { level: 'beginner' })).toEqual({ ...filter, level: 'beginner', page: 1 });
  });

  test('another category lets go of the sub-category', () => {
    expect(changeFilter(filter, { category: null })).toEqual({ ...filter, category: null, sub: null, page: 1 });
    expect(changeFilter(filter, { category: 'a', sub: 'b' })).toMatchObject({ category: 'a', sub: 'b' });
  });
});

test('searchTerms: at most five different words', () => {
  expect(searchTerms('  Python  异步 python a b c d')).toEqual(['python', '异步', 'a', 'b', 'c']);
});
