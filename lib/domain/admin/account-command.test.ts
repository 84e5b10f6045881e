import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { beliGrantSchema, MOST_GRANTED_BELI } from './account-command';

const read = (beli: string, reason = '活动奖励') =>
  beliGrantSchema.safeParse({ accountId: '7', requestId: randomUUID(), beli, reason });

describe('beliGrantSchema', () => {
  it.each(['1', ' 100 ', String(MOST_GRANTED_BELI)])('takes %j', (beli) => {
    expect(read(beli).data?.beli).toBe(Number(beli));
  });

  it.each(['0', '-5', '1.5', '1e3', '０', '', '十', String(MOST_GRANTED_BELI + 1), '99999999999'])(
    'refuses %j with one message',
    (beli) => {
      expect(read(beli).error?.issues).toHaveLength(1);
    },
  );

  it('wants a reason', () => {
    expect(read('1', '   ').error?.issues[0]?.message).toBe('请填写原因');
    expect(read('1', '好'.repeat(101)).success).toBe(false);
  });
});
