import { describe, expect, it } from 'vitest';
import { groupDecisions } from './group-decisions';

const decision = (recordId: number, sentence: string, chosen = false) => ({
  recordId,
  name: '券',
  productId: null,
  chosen,
  sentence,
});

describe('groupDecisions', () => {
  it('says once what it would say of every copy, and what is used first', () => {
    const groups = groupDecisions([
      decision(1, '未用 a'),
      decision(2, '未用 b'),
      decision(3, '未用 a'),
      decision(4, '选用 c', true),
    ]);
    expect(groups).toEqual([
      { sentence: '选用 c', chosen: true, count: 1 },
      { sentence: '未用 a', chosen: false, count: 2 },
      { sentence: '未用 b', chosen: false, count: 1 },
    ]);
  });

  it('keeps the order of what is used: by line, then the whole', () => {
    const groups = groupDecisions([decision(9, '选用 x', true), decision(1, '选用 y', true)]);
    expect(groups.map(({ sentence }) => sentence)).toEqual(['选用 x', '选用 y']);
  });
});
