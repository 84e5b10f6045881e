import { describe, expect, it } from 'vitest';
import { MESSAGE_STATUSES } from '@/lib/domain/message';
import {
  composePath,
  messageSearchPath,
  progressPath,
  RECIPIENT_TABS,
  readComposeSearch,
  readMessageSearch,
  readRecipientSearch,
  recipientsFilePath,
  recipientsPath,
  statusesOfTab,
} from './message-search';

describe('addresses', () => {
  it('come back as they went', () => {
    const search = readMessageSearch({ q: '开课', kind: 'text', status: 'failed', page: '3' });
    const path = messageSearchPath(search);
    expect(path).toBe('/admin/messages/all?q=%E5%BC%80%E8%AF%BE&kind=text&status=failed&page=3');
    expect(readMessageSearch(Object.fromEntries(new URLSearchParams(path.split('?')[1])))).toEqual(search);
  });

  it('leave out what is usual', () => {
    expect(recipientsPath(7, { tab: 'all', q: '', page: 1 })).toBe('/admin/messages/7');
    expect(progressPath(7, { tab: 'failed', q: '', page: 2 })).toBe('/admin/messages/7/progress?tab=failed&page=2');
    expect(recipientsFilePath(7, { tab: 'failed', q: '路', page: 2 })).toBe(
      '/admin/messages/7/download?tab=failed&q=%E8%B7%AF',
    );
    expect(composePath(readComposeSearch({}))).toBe('/admin/messages/new');
  });

  it('that make no sense ask for nothing', () => {
    const nothing = {
      q: '',
      role: null,
      bought: null,
      unpaid: null,
      expiring: null,
      idle: null,
      template: null,
      fallback: null,
      to: null,
      page: 1,
    };
    expect(readComposeSearch({ template: 'x', to: '-1', page: '0', role: ['a'] })).toEqual(nothing);
    expect(readRecipientSearch({ tab: 'lost', page: '1e9' })).toEqual({ tab: 'all', q: '', page: 1 });
  });
});

it('every state stands under one tab besides all', () => {
  const parts = RECIPIENT_TABS.filter((tab) => tab !== 'all').flatMap(statusesOfTab);
  expect(parts.toSorted()).toEqual([...MESSAGE_STATUSES].sort());
});
