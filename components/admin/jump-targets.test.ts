import { describe, expect, it } from 'vitest';
import { listsToSearch, sectionsNamed } from './jump-targets';

const labels = (text: string) => sectionsNamed(text).map(({ label }) => label);

describe('sectionsNamed', () => {
  it('finds a section by its name, its group and its address', () => {
    expect(labels('对账')).toEqual(['对账']);
    expect(labels('内容')).toEqual(['课程', '学位课', '讲师', '分类']);
    expect(labels(' Reconc ')).toEqual(['对账']);
    expect(labels('草帽')).toEqual([]);
  });

  it('shows them all before anything is typed', () => expect(labels('').length).toBeGreaterThan(15));
});

describe('listsToSearch', () => {
  it('looks for what was typed, whatever it is', () => {
    expect(listsToSearch(' a&b 路飞 ')[0]?.href).toBe('/admin/orders?q=a%26b%20%E8%B7%AF%E9%A3%9E');
  });

  it('has nothing to look for in a blank', () => expect(listsToSearch('  ')).toEqual([]));
});
