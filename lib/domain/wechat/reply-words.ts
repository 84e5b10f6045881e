import type { HoldingState } from '@/lib/domain/course-access';
import { type Fen, formatYuan } from '@/lib/domain/money';
import { type Day, shanghaiMinute } from '@/lib/domain/shanghai-day';
import { ORDER_STATUS_LABELS, type OrderStatus } from '@/lib/domain/states';

/** Bytes of UTF-8 that a passive reply or a customer-service text may have. */
const MAX_BYTES = 2048;

/** The whole address of a path of this site. */
export type PageUrl = (path: string) => string;

export interface CourseLine {
  readonly name: string;
  /** Where it is studied. */
  readonly path: string;
  readonly state: Exclude<HoldingState, 'none'>;
  readonly lastDay: Day;
  /** null while it has no sections. */
  readonly progress: { readonly sections: number; readonly completed: number } | null;
}

export interface OrderLine {
  readonly orderNo: string;
  readonly status: OrderStatus;
  readonly isPayable: boolean;
  readonly placedAt: Date;
  readonly cashFen: Fen;
  /** Of its lines, in their order. */
  readonly names: readonly string[];
}

export const HELP_WORDS = [
  '回复下面的文字，马上得到答复：',
  '「我的课程」学到哪里、何时到期',
  '「订单」最近三笔订单',
  '「绑定」绑定账号，或看绑定了谁',
  '「邀请」邀请好友的链接',
  '「帮助」再看一次这份说明',
].join('\n');

export const DISABLED_WORDS = '这个微信的账号已停用，如有疑问请联系老师。';

export const PUZZLED_WORDS = `这个我还不会回答。\n\n${HELP_WORDS}`;

/** `isBack`: they followed before, or have an account already. */
export const welcomeWords = (isBack: boolean): string =>
  `${isBack ? '欢迎回到路飞学城！' : '欢迎关注路飞学城！在这里可以看课程进度和订单，也会收到上课通知。'}\n\n${HELP_WORDS}`;

export function courseWords(courses: readonly CourseLine[], pageUrl: PageUrl): string {
  if (courses.length === 0) return `你还没有课程。\n\n${link(pageUrl('/courses'), '去看看有哪些课程')}`;
  const blocks = courses.map(
    (course) =>
      `${link(pageUrl(course.path), course.name)}\n${[...progressOf(course), validityOf(course)].join(' · ')}`,
  );
  return fitted(`你有 ${courses.length} 门课程：`, blocks, link(pageUrl('/learn'), '打开我的学习'));
}

function progressOf({ progress }: CourseLine): string[] {
  if (!progress || progress.sections === 0) return [];
  const { completed, sections } = progress;
  return [`进度 ${Math.floor((100 * completed) / sections)}%（${completed}/${sections} 节）`];
}

function validityOf({ state, lastDay }: CourseLine): string {
  switch (state) {
    case 'open':
      return `有效期至 ${lastDay}`;
    case 'form':
      return `填写报名表后开课，有效期至 ${lastDay}`;
    case 'not_started':
      return `还没开始，有效期至 ${lastDay}`;
    case 'ended':
      return `已于 ${lastDay} 到期`;
  }
}

export function orderWords(orders: readonly OrderLine[], pageUrl: PageUrl): string {
  if (orders.length === 0) return `你还没有订单。\n\n${link(pageUrl('/courses'), '去看看有哪些课程')}`;
  const blocks = orders.map((order) =>
    [
      `${titleOf(order)} ${formatYuan(order.cashFen)}`,
      `${shanghaiMinute(order.placedAt)} · ${stateOf(order)}`,
      order.isPayable
        ? link(pageUrl(`/pay/${order.orderNo}`), '去支付')
        : link(pageUrl(`/orders/${order.orderNo}`), '查看订单'),
    ].join('\n'),
  );
  return fitted('最近的订单：', blocks, link(pageUrl('/orders'), '全部订单'));
}

const stateOf = ({ status, isPayable }: OrderLine): string =>
  status === 'pending' && !isPayable ? ORDER_STATUS_LABELS.expired : ORDER_STATUS_LABELS[status];

function titleOf({ names }: OrderLine): string {
  const [first = '', ...more] = names;
  return more.length === 0 ? text(first) : `${text(first)} 等 ${names.length} 门`;
}

const link = (url: string, name: string): string => `<a href="${url}">${text(name)}</a>`;

/** WeChat reads <a> in a text: a name must not look like one. */
const text = (name: string): string => name.replaceAll('<', '＜').replaceAll('>', '＞').replaceAll(/\s+/g, ' ');

const encoder = new TextEncoder();
const bytesOf = (words: string): number => encoder.encode(words).length;
const GAP = '\n\n';

/** As many blocks as fit, whole, between the first line and the last; how many are missing is said. */
function fitted(head: string, blocks: readonly string[], tail: string): string {
  for (let count = blocks.length; count > 0; count -= 1) {
    const missing = count < blocks.length ? [`…还有 ${blocks.length - count} 项`] : [];
    const words = [head, ...blocks.slice(0, count), ...missing, tail].join(GAP);
    if (bytesOf(words) <= MAX_BYTES) return words;
  }
  return [head, tail].join(GAP);
}

/** Any answer within what WeChat takes: cut at the end of a line. */
export function fitReply(words: string): string {
  if (bytesOf(words) <= MAX_BYTES) return words;
  const lines = words.split('\n');
  while (lines.length > 1 && bytesOf(`${lines.join('\n')}\n…`) > MAX_BYTES) lines.pop();
  const shortened = `${lines.join('\n')}\n…`;
  return bytesOf(shortened) <= MAX_BYTES ? shortened : '…';
}
