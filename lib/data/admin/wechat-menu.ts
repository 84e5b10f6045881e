import 'server-only';
import { count, desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { account, wechatMenu } from '@/db/schema';
import { type MenuButton, type MenuStatus, PUBLISHING_SECONDS } from '@/lib/domain/wechat/menu';
import { adminDb } from './admin-db';
import { type AuditRow, auditOf } from './audit';
import { type ListPage, listPage, offsetOf, PAGE_SIZE } from './paging';

/** current: what followers see. interrupted: WeChat was asked, and nobody heard its answer. */
export type MenuState = Exclude<MenuStatus, 'published'> | 'current' | 'earlier' | 'interrupted';

export interface MenuVersion {
  readonly id: number;
  readonly buttons: readonly MenuButton[];
  readonly state: MenuState;
  /** Why it was not published, in words. */
  readonly failure: string | null;
  readonly note: string;
  readonly author: { readonly id: number; readonly username: string };
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
}

interface MenuOverview {
  readonly current: MenuVersion | null;
  /** The version made last, published or not. */
  readonly latest: MenuVersion | null;
  readonly history: ListPage<MenuVersion>;
}

/** What followers see, what was made last, and a page of all versions, the newest first. */
export async function getMenus(page: number, now = new Date()): Promise<MenuOverview> {
  const db = await adminDb();
  const current = await currentRow(db);
  const [rows, [latest], [total]] = await Promise.all([
    versions(db).orderBy(desc(wechatMenu.id)).limit(PAGE_SIZE).offset(offsetOf(page)),
    versions(db).orderBy(desc(wechatMenu.id)).limit(1),
    db.select({ versions: count() }).from(wechatMenu),
  ]);
  const read = (row: Row) => versionOf(row, current, now);
  return {
    current: current ? read(current) : null,
    latest: latest ? read(latest) : null,
    history: listPage(rows.map(read), total?.versions ?? 0),
  };
}

interface MenuDetail {
  readonly version: MenuVersion;
  readonly current: MenuVersion | null;
  readonly audit: readonly AuditRow[];
}

/** A version, with the one that followers see now; null: there is none of that number. */
export async function findMenu(id: number, now = new Date()): Promise<MenuDetail | null> {
  const db = await adminDb();
  const [[row], current, audit] = await Promise.all([
    versions(db).where(eq(wechatMenu.id, id)),
    currentRow(db),
    auditOf(db, 'menu', id),
  ]);
  if (!row) return null;
  return { version: versionOf(row, current, now), current: current && versionOf(current, current, now), audit };
}

const versions = (db: Db) =>
  db
    .select({ menu: wechatMenu, author: { id: account.id, username: account.username } })
    .from(wechatMenu)
    .innerJoin(account, eq(account.id, wechatMenu.createdBy))
    .$dynamic();

type Row = Awaited<ReturnType<typeof versions>>[number];

async function currentRow(db: Db): Promise<Row | null> {
  const [row] = await versions(db).where(eq(wechatMenu.status, 'published')).orderBy(desc(wechatMenu.id)).limit(1);
  return row ?? null;
}

function versionOf({ menu, author }: Row, current: Row | null, now: Date): MenuVersion {
  const { id, buttons, failure, note, createdAt, publishedAt } = menu;
  return { id, buttons, failure, note, createdAt, publishedAt, author, state: stateOf(menu, current, now) };
}

function stateOf({ id, status, createdAt }: Row['menu'], current: Row | null, now: Date): MenuState {
  if (status === 'published') return id === current?.menu.id ? 'current' : 'earlier';
  const isOver = now.getTime() - createdAt.getTime() > PUBLISHING_SECONDS * 1000;
  return status === 'publishing' && isOver ? 'interrupted' : status;
}
