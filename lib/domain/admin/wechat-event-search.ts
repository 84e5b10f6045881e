import { z } from 'zod';
import { choiceParam, dayParam, idParam, pageParam, searchPath, textParam } from './search-path';

/** What WeChat pushes, as the dashboard tells it apart: MsgType of a message, Event of an event. */
export const PUSH_LABELS = {
  text: '文字消息',
  message: '其他消息',
  subscribe: '关注',
  unsubscribe: '取消关注',
  SCAN: '扫码',
  CLICK: '点菜单',
  VIEW: '菜单链接',
  TEMPLATESENDJOBFINISH: '模板消息送达',
  permits: '订阅通知',
  other: '其他事件',
} as const;
export type PushKind = keyof typeof PUSH_LABELS;
const PUSH_KINDS = [
  'text',
  'message',
  'subscribe',
  'unsubscribe',
  'SCAN',
  'CLICK',
  'VIEW',
  'TEMPLATESENDJOBFINISH',
  'permits',
  'other',
] as const satisfies readonly PushKind[];

/** Events with a kind of their own, by which they are also stored. */
export const NAMED_EVENTS = [
  'subscribe',
  'unsubscribe',
  'SCAN',
  'CLICK',
  'VIEW',
  'TEMPLATESENDJOBFINISH',
] as const satisfies readonly PushKind[];

/** Which kind a stored push is of. */
export function pushKindOf(type: string, event: string | null): PushKind {
  if (type !== 'event') return type === 'text' ? 'text' : 'message';
  if (event?.startsWith('subscribe_msg_')) return 'permits';
  return NAMED_EVENTS.find((named) => named === event) ?? 'other';
}

const searchSchema = z.object({
  /** Part of the name of a person, as WeChat or as the shop knows it. */
  q: textParam,
  kind: choiceParam(PUSH_KINDS),
  /** One WeChat user. */
  person: idParam.nullable().catch(null),
  day: dayParam,
  page: pageParam,
});
export type WechatEventSearch = z.output<typeof searchSchema>;

export const readWechatEventSearch = ({
  q,
  kind,
  person,
  day,
  page,
}: Readonly<Record<string, unknown>>): WechatEventSearch => searchSchema.parse({ q, kind, person, day, page });
export const wechatEventSearchPath = (search: Partial<WechatEventSearch>) => searchPath('/admin/wechat/events', search);
export const wechatEventPath = (id: number) => `/admin/wechat/events/${id}` as const;
