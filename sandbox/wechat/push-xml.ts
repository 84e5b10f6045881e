import type { Scene } from './events';

/** One element, written as WeChat writes it: texts as CDATA, numbers bare. */
type Element = string;

export const text = (name: string, value: string): Element => `<${name}><![CDATA[${cdata(value)}]]></${name}>`;

/** `digits`: decimal, as text where a 64-bit number would not survive. */
const bare = (name: string, digits: string | number): Element => `<${name}>${digits}</${name}>`;

export const nested = (name: string, children: readonly Element[]): Element =>
  `<${name}>${children.join('\n')}</${name}>`;

const xmlDocument = (children: readonly Element[]): string => nested('xml', children);

// Control characters, which XML cannot hold, never leave a phone.
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

function cdata(value: string): string {
  return value.replace(UNPRINTABLE, '').replaceAll(']]>', ']]]]><![CDATA[>');
}

/** What is told of a user: the name of the event (or `text`) and the elements that are its own. */
export interface News {
  readonly name: string;
  readonly elements: readonly Element[];
  /** Whether the user waits for an answer, and is told when there is none. */
  readonly answered: boolean;
}

export interface ScannedQr {
  readonly scene: Scene;
  readonly ticket: string;
}

export function textNews(content: string, msgid: string): News {
  return { name: 'text', elements: [text('Content', content), bare('MsgId', msgid)], answered: true };
}

/** Without a parametric code, EventKey is there and empty. */
export function subscribeNews(qr: ScannedQr | null): News {
  const key = text('EventKey', qr === null ? '' : `qrscene_${qr.scene}`);
  return event('subscribe', qr === null ? [key] : [key, text('Ticket', qr.ticket)], true);
}

export function unsubscribeNews(): News {
  return event('unsubscribe', [text('EventKey', '')], false);
}

/** Somebody who follows already: the scene stands alone. */
export function scanNews({ scene, ticket }: ScannedQr): News {
  return event('SCAN', [text('EventKey', String(scene)), text('Ticket', ticket)], true);
}

export function clickNews(key: string): News {
  return event('CLICK', [text('EventKey', key)], true);
}

export function viewNews(url: string, menuId: string): News {
  return event('VIEW', [text('EventKey', url), bare('MenuId', menuId)], false);
}

/** What became of an accepted template message. */
export function jobFinishNews(msgid: string, status: string): News {
  return event('TEMPLATESENDJOBFINISH', [bare('MsgID', msgid), text('Status', status)], false);
}

export interface PermitAnswer {
  readonly templateId: string;
  readonly accepted: boolean;
}

/** The user answered the dialog that asks for 订阅通知; 2 is a page in WeChat's browser. */
export function permitPopupNews(answers: readonly PermitAnswer[]): News {
  const lists = answers.map((answer) => nested('List', [...permit(answer), text('PopupScene', '2')]));
  return event('subscribe_msg_popup_event', [nested('SubscribeMsgPopupEvent', lists)], false);
}

/** The user changed their mind in the account's settings. */
export function permitChangeNews(answers: readonly PermitAnswer[]): News {
  const lists = answers.map((answer) => nested('List', permit(answer)));
  return event('subscribe_msg_change_event', [nested('SubscribeMsgChangeEvent', lists)], false);
}

export function subscribeSentNews(templateId: string, msgid: string, failed: boolean): News {
  const list = nested('List', [
    text('TemplateId', templateId),
    bare('MsgID', msgid),
    bare('ErrorCode', failed ? 1 : 0),
    text('ErrorStatus', failed ? 'failed' : 'success'),
  ]);
  return event('subscribe_msg_sent_event', [nested('SubscribeMsgSentEvent', [list])], false);
}

function permit({ templateId, accepted }: PermitAnswer): readonly Element[] {
  return [text('TemplateId', templateId), text('SubscribeStatusString', accepted ? 'accept' : 'reject')];
}

function event(name: string, elements: readonly Element[], answered: boolean): News {
  return { name, elements: [text('Event', name), ...elements], answered };
}

/** The whole message; `at` is epoch ms. */
export function writeNews(news: News, from: { readonly openid: string }, to: string, at: number): string {
  return xmlDocument([
    text('ToUserName', to),
    text('FromUserName', from.openid),
    bare('CreateTime', Math.floor(at / 1000)),
    text('MsgType', news.name === 'text' ? 'text' : 'event'),
    ...news.elements,
  ]);
}
