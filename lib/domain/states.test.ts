import { describe, expect, it } from 'vitest';
import { MESSAGE_STATUSES, MESSAGE_TRANSITIONS } from './message';
import {
  COUPON_RECORD_STATUSES,
  COUPON_RECORD_TRANSITIONS,
  canTransition,
  ORDER_STATUSES,
  ORDER_TRANSITIONS,
  PAYMENT_STATUSES,
  PAYMENT_TRANSITIONS,
  REFUND_STATUSES,
  REFUND_TRANSITIONS,
} from './states';
import { TICKET_STATUSES, TICKET_TRANSITIONS } from './wechat-ticket';

const machines = [
  { name: 'order', machine: ORDER_TRANSITIONS, statuses: ORDER_STATUSES, start: 'pending' },
  { name: 'payment', machine: PAYMENT_TRANSITIONS, statuses: PAYMENT_STATUSES, start: 'created' },
  { name: 'refund', machine: REFUND_TRANSITIONS, statuses: REFUND_STATUSES, start: 'requested' },
  { name: 'message', machine: MESSAGE_TRANSITIONS, statuses: MESSAGE_STATUSES, start: 'waiting_for_bind' },
  { name: 'WeChat ticket', machine: TICKET_TRANSITIONS, statuses: TICKET_STATUSES, start: 'waiting' },
  { name: 'coupon record', machine: COUPON_RECORD_TRANSITIONS, statuses: COUPON_RECORD_STATUSES, start: 'unused' },
];

function reachable(machine: Readonly<Record<string, readonly string[]>>, from: string): Set<string> {
  const seen = new Set([from]);
  for (const state of seen) for (const next of machine[state] ?? []) seen.add(next);
  return seen;
}

describe.each(machines)('the $name machine', ({ machine, statuses, start }) => {
  it('has exactly the states of its column', () => expect(Object.keys(machine).sort()).toEqual([...statuses].sort()));
  it('reaches every state from the first', () =>
    expect([...reachable(machine, start)].sort()).toEqual([...statuses].sort()));
});

it.each([
  ['pending', 'paid', true],
  ['cancelled', 'paid', false],
  ['expired', 'paid', false],
  ['paid', 'cancelled', false],
  ['refunded', 'paid', false],
] as const)('an order from %s to %s: %s', (from, to, allowed) => {
  expect(canTransition(ORDER_TRANSITIONS, from, to)).toBe(allowed);
});
