import { z } from 'zod';
import { MESSAGE_KINDS, MESSAGE_STATUSES, type MessageKind, type MessageStatus } from '@/lib/domain/message';
import { type AudienceFilter, filterSchema } from './audience';
import { choiceParam, idParam, pageParam, searchPath, textParam } from './search-path';

export const MESSAGE_KIND_LABELS = {
  text: '文字',
  template: '模板',
  notice: '系统通知',
  subscribe: '订阅通知',
} as const satisfies Record<MessageKind, string>;

type Search = Readonly<Record<string, unknown>>;

const campaignSearchSchema = z.object({
  /** Part of the title. */
  q: textParam,
  kind: choiceParam(['text', 'template']),
  page: pageParam,
});
export type CampaignSearch = z.output<typeof campaignSearchSchema>;

export const readCampaignSearch = ({ q, kind, page }: Search): CampaignSearch =>
  campaignSearchSchema.parse({ q, kind, page });
export const campaignSearchPath = (search: Partial<CampaignSearch>) => searchPath('/admin/messages', search);

const messageSearchSchema = z.object({
  /** Part of the title, or of the recipient's name. */
  q: textParam,
  kind: choiceParam(MESSAGE_KINDS),
  status: choiceParam(MESSAGE_STATUSES),
  page: pageParam,
});
export type MessageSearch = z.output<typeof messageSearchSchema>;

export const readMessageSearch = ({ q, kind, status, page }: Search): MessageSearch =>
  messageSearchSchema.parse({ q, kind, status, page });
export const messageSearchPath = (search: Partial<MessageSearch>) => searchPath('/admin/messages/all', search);

/** The tabs above a campaign's recipients, and the states each one shows; null: all of them. */
export const RECIPIENT_TABS = ['all', 'open', 'accepted', 'failed'] as const;
type RecipientTab = (typeof RECIPIENT_TABS)[number];
export const RECIPIENT_TAB_LABELS = {
  all: '全部',
  open: '还没发出',
  accepted: '微信已接收',
  failed: '没有送达',
} as const satisfies Record<RecipientTab, string>;
const TAB_STATUSES: Readonly<Record<RecipientTab, readonly MessageStatus[]>> = {
  all: MESSAGE_STATUSES,
  open: ['waiting_for_bind', 'queued', 'sending'],
  accepted: ['accepted', 'delivered'],
  failed: ['failed', 'unknown', 'cancelled'],
};
export const statusesOfTab = (tab: RecipientTab): readonly MessageStatus[] => TAB_STATUSES[tab];

const recipientSearchSchema = z.object({ tab: z.enum(RECIPIENT_TABS).catch('all'), page: pageParam });
export type RecipientSearch = z.output<typeof recipientSearchSchema>;

export const readRecipientSearch = ({ tab, page }: Search): RecipientSearch =>
  recipientSearchSchema.parse({ tab, page });
export const campaignPath = (id: number) => `/admin/messages/${id}` as const;
const tabParam = ({ tab, page }: RecipientSearch) => ({ tab: tab === 'all' ? null : tab, page });
export const recipientsPath = (id: number, search: RecipientSearch) => searchPath(campaignPath(id), tabParam(search));
export const progressPath = (id: number, search: RecipientSearch) =>
  searchPath(`${campaignPath(id)}/progress`, tabParam(search));

const composeSchema = filterSchema.extend({
  /** Our number of the template; null: plain text. */
  template: idParam.nullable().catch(null),
  /** An account that is picked from the start. */
  to: idParam.nullable().catch(null),
  page: pageParam,
});
export type ComposeSearch = z.output<typeof composeSchema>;

/** What the address of a new message says: which people are listed, and what kind of message it is. */
export const readComposeSearch = ({ q, role, bought, template, to, page }: Search): ComposeSearch =>
  composeSchema.parse({ q, role, bought, template, to, page });
export const composePath = (search: Partial<ComposeSearch>) => searchPath('/admin/messages/new', search);
export const filterOf = ({ q, role, bought }: ComposeSearch): AudienceFilter => ({ q, role, bought });
