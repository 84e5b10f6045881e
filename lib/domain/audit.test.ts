import { describe, expect, it } from 'vitest';
import { auditActionLabel, auditChanges } from './audit';

describe('auditChanges', () => {
  it('sets what was beside what is', () => {
    const [was, is] = [
      { disabled: false, flavour: '' },
      { disabled: true, flavour: '讲师', beli: 100 },
    ].map((state) => JSON.stringify(state));
    expect(auditChanges(was ?? null, is ?? null)).toEqual([
      { label: '停用', before: '否', after: '是' },
      { label: 'flavour', before: '空', after: '讲师' },
      { label: '贝里', before: null, after: '100' },
    ]);
  });

  it('shows what it cannot read as it is', () => {
    expect(auditChanges(null, null)).toEqual([]);
    expect(auditChanges('不是 JSON', '[1]')).toEqual([{ label: '内容', before: '不是 JSON', after: '[1]' }]);
  });
});

it('names an action it does not know by its own name', () => {
  expect(auditActionLabel('account.disable')).toBe('停用账号');
  expect(auditActionLabel('toString')).toBe('toString');
});
