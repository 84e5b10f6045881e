import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditLog, wechatMenu } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/test-database';
import { DEFAULT_MENU } from '@/lib/domain/wechat/default-menu';
import type { MenuButton } from '@/lib/domain/wechat/menu';
import { MENU_INTERRUPTED, MENU_UNKNOWN } from '@/lib/domain/wechat/menu-reason';
import type { WechatGateway } from '@/lib/gateways/wechat/gateway';
import type { AccountCtx } from '@/lib/services/ctx';
import { adminCtx } from '@/tests/support/account-factories';
import { fakeGateways, mintAccount, studentCtx } from '@/tests/support/factories';
import { publishMenu } from './publish-menu';
import { republishMenu } from './republish-menu';
import { saveMenu } from './save-menu';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.db.$client.end());
beforeEach(async () => {
  await test.db.delete(wechatMenu);
});

type CreateMenu = WechatGateway['createMenu'];

const accepts: CreateMenu = async () => ({ kind: 'ok', value: null });
const admin = async (createMenu: CreateMenu = accepts, now = new Date()): Promise<AccountCtx> => ({
  ...(await adminCtx(test.db, now)),
  gateways: fakeGateways({}, { createMenu }),
});
const menu = (name: string, note = '') => ({
  note,
  buttons: [{ type: 'view', name, url: '/courses' }] satisfies MenuButton[],
});
const rows = () => test.db.select().from(wechatMenu).orderBy(asc(wechatMenu.id));
const auditOf = (id: number) =>
  test.db
    .select({ actorId: auditLog.actorId, action: auditLog.action, before: auditLog.before, after: auditLog.after })
    .from(auditLog)
    .where(and(eq(auditLog.subjectKind, 'menu'), eq(auditLog.subjectId, String(id))));

describe('publishing', () => {
  it('asks WeChat with whole addresses, outside any transaction, and keeps what became of it', async () => {
    const seen: unknown[] = [];
    const ctx = await admin(async (buttons) => {
      seen.push(
        buttons,
        (await rows()).map(({ status }) => status),
      );
      return { kind: 'ok', value: null };
    });
    const published = await publishMenu(ctx, { buttons: DEFAULT_MENU, note: '第一版' });
    const [row] = await rows();
    expect(published).toEqual({ ok: true, value: row?.id });
    expect(seen[0]).toEqual([
      {
        name: '学习',
        sub_button: [
          { type: 'click', name: '我的课程', key: 'courses' },
          { type: 'click', name: '我的订单', key: 'orders' },
        ],
      },
      { type: 'view', name: '购买课程', url: 'https://luffy.example/courses' },
      {
        name: '我的',
        sub_button: [
          { type: 'click', name: '绑定账号', key: 'bind' },
          { type: 'click', name: '邀请好友', key: 'invite' },
          { type: 'click', name: '帮助', key: 'help' },
        ],
      },
    ]);
    expect(seen[1]).toEqual(['publishing']);
    expect(row).toMatchObject({ status: 'published', note: '第一版', createdBy: ctx.actor.id, failure: null });
    expect(row?.publishedAt).not.toBeNull();
  });

  it('leaves an audit entry that says what followers will see differently', async () => {
    const ctx = await admin();
    await publishMenu(ctx, menu('买课'));
    const second = await publishMenu(ctx, menu('购买', '改名'));
    expect(await auditOf(second.ok ? second.value : 0)).toEqual([
      {
        actorId: ctx.actor.id,
        action: 'menu.publish',
        before: JSON.stringify({ menu: '买课：打开 /courses' }),
        after: JSON.stringify({ menu: '购买：打开 /courses', note: '改名' }),
      },
    ]);
  });

  it('keeps why WeChat refused it, and says so', async () => {
    const refuses = await admin(async () => ({
      kind: 'refused',
      refusal: { errcode: 40018, errmsg: 'invalid button name size', class: 'permanent' },
    }));
    const answer = await publishMenu(refuses, menu('名'));
    expect(answer).toMatchObject({ ok: false, error: { code: 'MENU_NOT_PUBLISHED' } });
    expect(answer).toMatchObject({ error: { detail: '没有发布：一级菜单的名称太长或是空的（40018）' } });
    expect(await rows()).toMatchObject([{ status: 'failed', failure: '一级菜单的名称太长或是空的（40018）' }]);
    const lost = await admin(async () => ({ kind: 'unknown', reason: 'timeout' }));
    await publishMenu(lost, menu('名'));
    expect((await rows())[1]).toMatchObject({ status: 'failed', failure: MENU_UNKNOWN, publishedAt: null });
  });

  it('goes one after the other: both are in the history, and WeChat took last what was published last', async () => {
    const taken: string[] = [];
    let running = 0;
    let most = 0;
    const slow: CreateMenu = async ([button]) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 60));
      taken.push(button?.name ?? '');
      running -= 1;
      return { kind: 'ok', value: null };
    };
    const names = ['一', '二', '三', '四'];
    const admins = await Promise.all(names.map(() => admin(slow)));
    const answers = await Promise.all(admins.map((ctx, index) => publishMenu(ctx, menu(names[index] ?? ''))));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(most).toBe(1);
    const kept = await rows();
    expect(kept.map(({ buttons }) => buttons[0]?.name)).toEqual(taken);
    expect(kept.map(({ status }) => status)).toEqual(names.map(() => 'published'));
  });

  it('that was interrupted is shown as such once its time is over, and does not stand in the way', async () => {
    const begun = new Date();
    const dies = await admin(async () => {
      throw new Error('killed');
    }, begun);
    await expect(publishMenu(dies, menu('一'))).rejects.toThrow('killed');
    expect((await rows()).map(({ status }) => status)).toEqual(['publishing']);
    const later = await admin(accepts, new Date(begun.getTime() + 91_000));
    expect((await publishMenu(later, menu('二'))).ok).toBe(true);
    expect(await rows()).toMatchObject([{ status: 'failed', failure: MENU_INTERRUPTED }, { status: 'published' }]);
  });

  it('that comes back after its time is over does not count as published', async () => {
    const begun = new Date();
    const sleeps = await admin(async () => {
      await publishMenu(await admin(accepts, new Date(begun.getTime() + 91_000)), menu('二'));
      return { kind: 'ok', value: null };
    }, begun);
    expect(await publishMenu(sleeps, menu('一'))).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    expect(await rows()).toMatchObject([{ status: 'failed', failure: MENU_INTERRUPTED }, { status: 'published' }]);
  });
});

describe('rolling back', () => {
  it('publishes the old version again, as a new one', async () => {
    const ctx = await admin();
    const first = await publishMenu(ctx, menu('一'));
    await publishMenu(ctx, menu('二'));
    const id = first.ok ? first.value : 0;
    expect((await republishMenu(ctx, { id })).ok).toBe(true);
    const kept = await rows();
    expect(kept.map(({ buttons }) => buttons[0]?.name)).toEqual(['一', '二', '一']);
    expect(kept[2]).toMatchObject({ status: 'published', note: `恢复 #${id}` });
  });

  it('to what is not there is refused', async () => {
    expect(await republishMenu(await admin(), { id: 2_000_000_000 })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('a draft', () => {
  it('is a version of its own, unless nothing changed; the published one stays', async () => {
    const ctx = await admin();
    await publishMenu(ctx, menu('一'));
    const saved = await saveMenu(ctx, menu('二'));
    expect(await saveMenu(await admin(), menu('二'))).toEqual(saved);
    await saveMenu(ctx, menu('三'));
    expect((await rows()).map(({ status }) => status)).toEqual(['published', 'draft', 'draft']);
    expect(await auditOf(saved.ok ? saved.value : 0)).toMatchObject([{ action: 'menu.save' }]);
  });
});

it('is for administrators alone', async () => {
  const student = studentCtx(test.db, await mintAccount(test.db), {
    gateways: fakeGateways({}, { createMenu: accepts }),
  });
  const forbidden = { ok: false, error: { code: 'FORBIDDEN' } };
  expect(await publishMenu(student, menu('一'))).toEqual(forbidden);
  expect(await saveMenu(student, menu('一'))).toEqual(forbidden);
  expect(await republishMenu(student, { id: 1 })).toEqual(forbidden);
  expect(await rows()).toEqual([]);
});
