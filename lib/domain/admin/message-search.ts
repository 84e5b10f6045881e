import { z } from 'zod';
import { CAMPAIGN_STATUSES } from '@/lib/domain/campaign-state';
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
  kind: choiceParam(['text', 'template', 'subscribe']),
  status: choiceParam(CAMPAIGN_STATUSES),
  page: pageParam,
});
export type CampaignSearch = z.output<typeof campaignSearchSchema>;

export const readCampaignSearch = ({ q, kind, status, page }: Search): CampaignSearch =>
  campaignSearchSchema.parse({ q, kind, status, page });
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
/** One message, from its cause to its receipt. */
export const tracePath = (id: number) => `/admin/messages/one/${id}` as const;
export const messageSearchPath = (search: Partial<MessageSearch>) => searchPath('/admin/messages/all', search);

/** The tabs above a campaign's recipients, and the states each one shows. */
export const RECIPIENT_TABS = ['all', 'open', 'accepted', 'delivered', 'failed', 'unknown', 'cancelled'] as const;
type RecipientTab = (typeof RECIPIENT_TABS)[number];
export const RECIPIENT_TAB_LABELS = {
  all: '全部',
  open: '还没发出',
  accepted: '微信已接收',
  delivered: '已送达',
  failed: '发送失败',
  unknown: '结果未知',
  cancelled: '已取消',
} as const satisfies Record<RecipientTab, string>;
const TAB_STATUSES: Readonly<Record<RecipientTab, readonly MessageStatus[]>> = {
  all: MESSAGE_STATUSES,
  open: ['waiting_for_bind', 'queued', 'sending'],
  accepted: ['accepted'],
  delivered: ['delivered'],
  failed: ['failed'],
  unknown: ['unknown'],
  cancelled: ['cancelled'],
};
export const statusesOfTab = (tab: RecipientTab): readonly MessageStatus[] => TAB_STATUSES[tab];

const recipientSearchSchema = z.object({
  tab: z.enum(RECIPIENT_TABS).catch('all'),
  /** Part of the recipient's name. */
  q: textParam,
  page: pageParam,
});
export type RecipientSearch = z.output<typeof recipientSearchSchema>;

export const readRecipientSearch = ({ tab, q, page }: Search): RecipientSearch =>
  recipientSearchSchema.parse({ tab, q, page });
export const campaignPath = (id: number) => `/admin/messages/${id}` as const;
const recipientParams = ({ tab, q, page }: RecipientSearch) => ({ tab: tab === 'all' ? null : tab, q, page });
export const recipientsPath = (id: number, search: RecipientSearch) =>
  searchPath(campaignPath(id), recipientParams(search));
export const progressPath = (id: number, search: RecipientSearch) =>
  searchPath(`${campaignPath(id)}/progress`, recipientParams(search));
/** The same recipients as a file, all pages of them. */
export const recipientsFilePath = (id: number, search: RecipientSearch) =>
  searchPath(`${campaignPath(id)}/download`, { ...recipientParams(search), page: null });

const composeSchema = filterSchema.extend({
  /** Our number of the template; null: plain text. */
  template: idParam.nullable().catch(null),
  /** Of a text, our number of the template that goes instead of it outside its 48 hours. */
  fallback: idParam.nullable().catch(null),
  /** An account that is picked from the start. */
  to: idParam.nullable().catch(null),
  page: pageParam,
});
export type ComposeSearch = z.output<typeof composeSchema>;

/** What the address of a new message says: which people are listed, and what kind of message it is. */
export const readComposeSearch = (search: Search): ComposeSearch => composeSchema.parse(search);
export const composePath = (search: Partial<ComposeSearch>) => searchPath('/admin/messages/new', search);
export const filterOf = ({ q, role, bought, unpaid, expiring, idle }: ComposeSearch): AudienceFilter => ({
  q,
  role,
  bought,
  unpaid,
  expiring,
  idle,
});
