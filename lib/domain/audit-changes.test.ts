import { describe, expect, it } from 'vitest';
import { auditChanges } from './audit-changes';

const changes = (before: object, after: object) => auditChanges(JSON.stringify(before), JSON.stringify(after));

describe('auditChanges', () => {
  it('sets what was beside what is', () => {
    expect(changes({ disabled: false, slogan: '' }, { disabled: true, slogan: '学到能交付', beli: 100 })).toEqual([
      { label: '停用', before: '否', after: '是' },
      { label: '口号', before: '空', after: '学到能交付' },
      { label: '贝里', before: null, after: '100' },
    ]);
  });

  it('says amounts and choices as people do', () => {
    expect(changes({ priceFen: 29_900, status: 'offline' }, { priceFen: 19_900, status: 'online' })).toEqual([
      { label: '价格', before: '¥299.00', after: '¥199.00' },
      { label: '状态', before: '已下线', after: '已上线' },
    ]);
  });

  it('says of a campaign when it is to be sent, and how it stands', () => {
    expect(changes({}, { kind: 'subscribe', scheduledAt: '2026-03-01T01:30:00.000Z' })).toEqual([
      { label: '类型', before: null, after: '订阅通知' },
      { label: '计划时间', before: null, after: '2026-03-01 09:30' },
    ]);
    expect(changes({ status: 'running' }, { status: 'paused', messages: 3 })).toEqual([
      { label: '状态', before: '发送中', after: '已暂停' },
      { label: '消息数', before: null, after: '3' },
    ]);
    expect(changes({}, { verdict: 'paid', scheduledAt: 'soon' })).toEqual([
      { label: '结果', before: null, after: '确认付款，订单完成' },
      { label: '计划时间', before: null, after: 'soon' },
    ]);
  });

  it('shows what it does not know as it is', () => {
    expect(auditChanges(null, null)).toEqual([]);
    expect(auditChanges('不是 JSON', '[1]')).toEqual([{ label: '内容', before: '不是 JSON', after: '[1]' }]);
    expect(changes({}, { later: 'x', status: 'toString' })).toEqual([
      { label: 'later', before: null, after: 'x' },
      { label: '状态', before: null, after: 'toString' },
    ]);
  });
});
