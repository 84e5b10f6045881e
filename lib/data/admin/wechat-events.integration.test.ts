import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '@/db/client';
import { wechatEvent } from '@/db/schema';
import { testDatabase } from '@/db/test-database';
import { readWechatEventSearch } from '@/lib/domain/admin/wechat-event-search';
import { shanghaiDay } from '@/lib/domain/shanghai-day';
import { readPush } from '@/lib/domain/wechat/push';
import { receivePush } from '@/lib/services/wechat-push/receive-push';
import { mintAccount, unique } from '@/tests/support/factories';
import { mintBinding } from '@/tests/support/message-factories';
import { systemCtx } from '@/tests/support/payment-factories';
import { eventFields, textFields } from '@/tests/support/wechat-push';

const held = vi.hoisted((): { db?: Database } => ({}));
vi.mock('./admin-db', () => ({ adminDb: async () => held.db }));
const { findWechatEvent, listWechatEvents } = await import('./wechat-events');

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
  held.db = db;
});
afterAll(() => db.$client.end());

async function tell(fields: Readonly<Record<string, string>>): Promise<void> {
  const push = readPush(fields);
  if (!push) throw new Error('not a push');
  await receivePush(systemCtx(db), { push, signature: unique('s') });
}

async function talk() {
  const student = await mintAccount(db);
  const { id, openid } = await mintBinding(db, student.id);
  await tell(textFields(openid, '帮助'));
  await tell(eventFields(openid, 'CLICK', { EventKey: 'courses' }));
  await tell(eventFields(openid, 'VIEW', { EventKey: 'https://luffy.example/' }));
  await tell({ ...textFields(openid, ''), MsgType: 'image', PicUrl: 'https://x' });
  await tell(eventFields(openid, 'LOCATION', { Latitude: '1' }));
  await tell(eventFields(openid, 'subscribe_msg_popup_event'));
  await tell(eventFields(openid, 'TEMPLATESENDJOBFINISH', { MsgID: '1', Status: 'success' }));
  const list = async (search: Record<string, string> = {}) =>
    (await listWechatEvents(readWechatEventSearch({ person: String(id), ...search }))).rows;
  return { student, id, list };
}

describe('what WeChat pushed', () => {
  it('is told with whom it is about, the latest first', async () => {
    const { student, id, list } = await talk();
    const rows = await list();
    expect(rows.map(({ kind }) => kind)).toEqual([
      'TEMPLATESENDJOBFINISH',
      'permits',
      'other',
      'message',
      'VIEW',
      'CLICK',
      'text',
    ]);
    expect(rows.at(-1)).toMatchObject({
      about: '帮助',
      reply: expect.stringContaining('「我的课程」'),
      person: { wechatUserId: id, hasLeft: false, account: { id: student.id, name: student.username } },
      handledAt: expect.any(Date),
    });
    expect(rows[0]).toMatchObject({ about: 'success', handledAt: null });
  });

  it.each(['text', 'message', 'CLICK', 'VIEW', 'permits', 'other', 'TEMPLATESENDJOBFINISH'])(
    'can be narrowed to %s',
    async (kind) => {
      const { list } = await talk();
      expect((await list({ kind })).map((row) => row.kind)).toEqual([kind]);
    },
  );

  it('can be narrowed to a day and to a name', async () => {
    const { student, list } = await talk();
    expect(await list({ day: shanghaiDay(new Date()), q: student.username })).toHaveLength(7);
    expect(await list({ day: '2020-01-01' })).toEqual([]);
    expect(await list({ q: 'nobody%' })).toEqual([]);
  });

  it('is shown with every field but the openid, and without what only its reader may know', async () => {
    const { list } = await talk();
    const [row] = await list({ kind: 'text' });
    const reply = `https://luffy.example/wechat/open/1?k=${'B'.repeat(43)}`;
    await db
      .update(wechatEvent)
      .set({ reply })
      .where(eq(wechatEvent.id, row?.id ?? 0));
    const found = await findWechatEvent(row?.id ?? 0);
    expect(found?.content).toMatchObject({ Content: '帮助', MsgType: 'text' });
    expect(found?.content).not.toHaveProperty('FromUserName');
    expect(found?.reply).toBe('https://luffy.example/wechat/open/1?k=…');
    expect(await findWechatEvent(999_999_999)).toBeUndefined();
  });
});
