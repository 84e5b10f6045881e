import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { message } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import type { MessageContent } from '@/lib/domain/message';
import { refusal } from '@/tests/support/fake-wechat';
import { CARD, readMessage, TEXT } from '@/tests/support/message-factories';
import { afterNoon, NOON, sendingScene } from '@/tests/support/sending-scene';
import { recoverMessages } from './recover-messages';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());
const scene = (seen?: Parameters<typeof sendingScene>[1]) => sendingScene(test.db, seen);

const WITH_CARD: MessageContent = { kind: 'text', text: '明晚八点直播', fallback: CARD };

describe('a text that comes too late', () => {
  it.each([
    ['not heard of', {}],
    ['silent for 48 hours', { wroteAt: afterNoon(-48 * 3600) }],
    ['active two minutes ago', { actedAt: afterNoon(-120) }],
  ])('goes as its card to someone %s, without being tried', async (_, seen) => {
    const { wechat, put } = await scene(seen);
    const { id, send, read } = await put(WITH_CARD);
    const { clientMsgId } = await readMessage(test.db, id);
    await send();
    const now = await read();
    expect(now).toMatchObject({ status: 'accepted', fellBackAt: NOON, sentAs: 'template', kind: 'text' });
    expect(now.clientMsgId).not.toBe(clientMsgId);
    expect(wechat.sent).toMatchObject([{ content: CARD.data, clientMsgId: now.clientMsgId }]);
  });

  it.each([
    ['wrote', { wroteAt: afterNoon(-3600) }],
    ['acted', { actedAt: afterNoon(-30) }],
  ])('or not goes as it is to someone who just %s', async (_, seen) => {
    const { wechat, put } = await scene(seen);
    const { send, read } = await put(WITH_CARD);
    await send();
    expect(wechat.sent).toMatchObject([{ content: '明晚八点直播' }]);
    expect(await read()).toMatchObject({ status: 'accepted', fellBackAt: null, sentAs: 'custom' });
  });

  it.each([45015, 45047])('by WeChat’s own word (%i) falls back at once', async (errcode) => {
    const { wechat, put } = await scene({ wroteAt: afterNoon(-3600) });
    const { id, send, read, job } = await put(WITH_CARD, [refusal(errcode)]);
    const { clientMsgId } = await readMessage(test.db, id);
    await send();
    expect(await read()).toMatchObject({ status: 'queued', dueAt: NOON, fellBackAt: NOON, firstSentAt: null });
    expect(await job()).toEqual(NOON);
    await send(afterNoon(1));
    const now = await read();
    expect(now).toMatchObject({ status: 'accepted', attempts: 2, sentAs: 'template' });
    expect(wechat.sent).toMatchObject([{ clientMsgId: null }, { clientMsgId: now.clientMsgId }]);
    expect(now.clientMsgId).not.toBe(clientMsgId);
  });

  it('without a card fails', async () => {
    const { put } = await scene();
    const { send, read } = await put(TEXT, [refusal(45015)]);
    await send();
    expect(await read()).toMatchObject({ status: 'failed', fellBackAt: null });
  });

  it('whose sender died goes again under the id of its card', async () => {
    const { wechat, ctx, put } = await scene();
    const { send, read } = await put(WITH_CARD, [{ kind: 'unknown', reason: 'no answer' }]);
    await send();
    const first = await read();
    expect(first).toMatchObject({ status: 'queued', fellBackAt: NOON });
    await test.db.update(message).set({ status: 'sending', sendingSince: NOON }).where(eq(message.id, first.id));
    await recoverMessages(ctx(afterNoon(200)));
    expect(await read()).toMatchObject({ status: 'queued' });
    await send(afterNoon(201));
    expect(new Set(wechat.sent.map(({ clientMsgId }) => clientMsgId))).toEqual(new Set([first.clientMsgId]));
  });
});
