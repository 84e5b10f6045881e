import { z } from 'zod';
import type { PushFields } from './push-fields';

/** What someone allowed or refused of 订阅通知, or what became of one that was sent. */
const PERMIT_EVENTS = ['subscribe_msg_popup_event', 'subscribe_msg_change_event', 'subscribe_msg_sent_event'] as const;
export type PermitEvent = (typeof PERMIT_EVENTS)[number];

export interface PermitItem {
  readonly templateId: string;
  /** accept, reject …; of one that was sent, success or why it failed. */
  readonly status: string;
  readonly msgid?: string;
}

/** What WeChat tells, as far as the shop acts on it; everything else is `other`. */
export type PushNews =
  /** `scene`: of the parametric QR it came through. */
  | { readonly kind: 'subscribe'; readonly scene: string | null }
  | { readonly kind: 'unsubscribe' }
  /** Someone who follows already scanned a parametric QR. */
  | { readonly kind: 'scan'; readonly scene: string }
  | { readonly kind: 'click'; readonly key: string }
  | { readonly kind: 'view'; readonly url: string }
  | { readonly kind: 'text'; readonly content: string }
  /** What became of a template message. */
  | { readonly kind: 'delivery'; readonly msgid: string; readonly status: string }
  | { readonly kind: 'permits'; readonly event: PermitEvent; readonly items: readonly PermitItem[] }
  /** Something else that somebody said: a picture, a voice, a place. */
  | { readonly kind: 'said' }
  | { readonly kind: 'other' };

export interface Push {
  /** The official account's own name; what is answered comes from it. */
  readonly toUser: string;
  readonly openid: string;
  readonly happenedAt: Date;
  /** MsgType, and of an event its Event. */
  readonly type: string;
  readonly event: string | null;
  /** Of a message; WeChat repeats it when it asks again. */
  readonly msgId: string | null;
  readonly news: PushNews;
  /** As it came. */
  readonly fields: PushFields;
}

const word = z.string().min(1).max(128);
const number = z.string().regex(/^\d{1,20}$/);
const key = z.string().max(2048).default('');

const headSchema = z.object({
  ToUserName: word,
  FromUserName: word,
  CreateTime: z.string().regex(/^\d{1,11}$/),
  MsgType: word,
  Event: word.optional(),
  MsgId: number.optional(),
  MsgID: number.optional(),
});

const scanSchema = z.object({ EventKey: z.string().min(1).max(128) });
const keySchema = z.object({ EventKey: key });
const textSchema = z.object({ Content: z.string().max(20_000) });
const deliverySchema = z
  .object({ MsgID: number.optional(), MsgId: number.optional(), Status: z.string().max(200) })
  .transform(({ MsgID, MsgId, Status }) => ({ msgid: MsgID ?? MsgId, status: Status }));

const status = z.string().max(200);
const listOf = <I>(item: z.ZodType<I>) => z.object({ List: z.array(item).max(100) });
const chosenSchema = listOf(
  z
    .object({ TemplateId: word, SubscribeStatusString: status })
    .transform((item): PermitItem => ({ templateId: item.TemplateId, status: item.SubscribeStatusString })),
);
const sentSchema = listOf(
  z
    .object({ TemplateId: word, MsgID: number, ErrorStatus: status })
    .transform((item): PermitItem => ({ templateId: item.TemplateId, status: item.ErrorStatus, msgid: item.MsgID })),
);
const permitSchemas = {
  subscribe_msg_popup_event: z
    .object({ SubscribeMsgPopupEvent: chosenSchema })
    .transform((push) => push.SubscribeMsgPopupEvent.List),
  subscribe_msg_change_event: z
    .object({ SubscribeMsgChangeEvent: chosenSchema })
    .transform((push) => push.SubscribeMsgChangeEvent.List),
  subscribe_msg_sent_event: z
    .object({ SubscribeMsgSentEvent: sentSchema })
    .transform((push) => push.SubscribeMsgSentEvent.List),
} as const satisfies Record<PermitEvent, z.ZodType<PermitItem[]>>;

const SCENE_PREFIX = 'qrscene_';

/** Null: it lacks what every push has. A known event that cannot be read is `other`: it is kept, and nothing follows. */
export function readPush(fields: PushFields): Push | null {
  const head = headSchema.safeParse(fields);
  if (!head.success) return null;
  const { ToUserName, FromUserName, CreateTime, MsgType, Event, MsgId, MsgID } = head.data;
  if (MsgType === 'event' && Event === undefined) return null;
  return {
    toUser: ToUserName,
    openid: FromUserName,
    happenedAt: new Date(Number(CreateTime) * 1000),
    type: MsgType,
    event: MsgType === 'event' ? (Event ?? null) : null,
    msgId: MsgType === 'event' ? null : (MsgId ?? MsgID ?? null),
    news: readNews(MsgType, Event ?? null, fields),
    fields,
  };
}

/** What a push says, by its MsgType and its Event. */
export const readNews = (type: string, event: string | null, fields: PushFields): PushNews =>
  type === 'event' ? readEvent(event ?? '', fields) : readMessage(type, fields);

const OTHER = { kind: 'other' } as const satisfies PushNews;

function readMessage(type: string, fields: PushFields): PushNews {
  const text = type === 'text' ? textSchema.safeParse(fields) : null;
  return text?.success ? { kind: 'text', content: text.data.Content } : { kind: 'said' };
}

function readEvent(event: string, fields: PushFields): PushNews {
  switch (event) {
    case 'subscribe':
      return { kind: 'subscribe', scene: readFollowScene(fields) };
    case 'unsubscribe':
      return { kind: 'unsubscribe' };
    case 'SCAN':
      return told(scanSchema, fields, ({ EventKey }) => ({ kind: 'scan', scene: EventKey }));
    case 'CLICK':
      return told(keySchema, fields, ({ EventKey }) => ({ kind: 'click', key: EventKey }));
    case 'VIEW':
      return told(keySchema, fields, ({ EventKey }) => ({ kind: 'view', url: EventKey }));
    case 'TEMPLATESENDJOBFINISH':
      return told(deliverySchema, fields, ({ msgid, status: became }) =>
        msgid === undefined ? OTHER : { kind: 'delivery', msgid, status: became },
      );
    default:
      return readPermits(event, fields);
  }
}

function readPermits(event: string, fields: PushFields): PushNews {
  const known = PERMIT_EVENTS.find((one) => one === event);
  return known ? told(permitSchemas[known], fields, (items) => ({ kind: 'permits', event: known, items })) : OTHER;
}

function told<T>(schema: z.ZodType<T>, fields: PushFields, tell: (value: T) => PushNews): PushNews {
  const read = schema.safeParse(fields);
  return read.success ? tell(read.data) : OTHER;
}

function readFollowScene(fields: PushFields): string | null {
  const read = keySchema.safeParse(fields);
  return read.success && read.data.EventKey.startsWith(SCENE_PREFIX)
    ? read.data.EventKey.slice(SCENE_PREFIX.length)
    : null;
}
