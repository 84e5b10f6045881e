import { expect, it } from 'vitest';
import { readCause } from './message-cause';

it.each([
  ['order:17:paid', { kind: 'order', id: 17 }],
  ['refund:5:refunded', { kind: 'refund', id: 5 }],
  ['campaign:3', { kind: 'campaign', id: 3 }],
  ['enrolment:9:ends:2026-03-17', { kind: 'enrolment', id: 9 }],
  ['coupons:until:2026-03-13', { kind: 'coupons' }],
  ['password-reset:8', { kind: 'password' }],
  ['test:notice:enrolled:0b3c', { kind: 'test' }],
  ['order:x', { kind: 'other' }],
  ['', { kind: 'other' }],
])('%s', (cause, expected) => expect(readCause(cause)).toEqual(expected));
