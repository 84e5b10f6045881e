import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react';
import type { TicketNews, TicketPurpose } from '@/lib/domain/wechat-ticket';

interface TicketStateProps {
  news: TicketNews;
  purpose: TicketPurpose;
  /** The last question was not answered. */
  isError: boolean;
}

/** What became of a ticket, in words, for the page that shows its QR. */
export function TicketState({ news, purpose, isError }: TicketStateProps) {
  return (
    <div aria-live="polite" className="grid justify-items-center gap-2">
      <News news={news} purpose={purpose} />
      {isError && <p className="text-muted-foreground text-sm">暂时无法获取扫码状态，正在重试…</p>}
    </div>
  );
}

function News({ news, purpose }: Omit<TicketStateProps, 'isError'>) {
  if (news.status === 'waiting') {
    return <p className="text-muted-foreground text-sm">{textOf(news, purpose)}</p>;
  }
  const { icon: Icon, tone, isTurning } = LOOKS[news.status];
  return (
    <>
      <Icon aria-hidden className={`size-12 ${tone} ${isTurning ? 'animate-spin motion-reduce:animate-none' : ''}`} />
      <p className="max-w-72 font-medium">{textOf(news, purpose)}</p>
    </>
  );
}

function textOf({ status, nickname }: TicketNews, purpose: TicketPurpose): string {
  if (status === 'waiting') return '等待扫码，二维码 10 分钟内有效';
  if (status !== 'scanned') return TEXTS[purpose][status];
  return `${nickname ? `「${nickname}」` : ''}已扫码，请在手机上点「${purpose === 'bind' ? '确认绑定' : '确认登录'}」`;
}

const BAD = { icon: CircleAlert, tone: 'text-danger-ink', isTurning: false } as const;
const GOOD = { icon: CircleCheck, tone: 'text-success-ink', isTurning: false } as const;
const ON_ITS_WAY = { icon: LoaderCircle, tone: 'text-primary-ink', isTurning: true } as const;
const LOOKS = {
  scanned: ON_ITS_WAY,
  confirmed: ON_ITS_WAY,
  bound: GOOD,
  used: GOOD,
  refused: BAD,
  taken: BAD,
  replaced: BAD,
  expired: BAD,
} as const;

type Told = Exclude<TicketNews['status'], 'waiting' | 'scanned'>;
const BOTH = { replaced: '这个二维码已换新，请用最新的一个', expired: '二维码已过期' } as const;
const NO_BINDING = '没有绑定：这个微信已绑定其他账号，或者你的账号刚刚绑定了别的微信';
const TEXTS = {
  bind: {
    ...BOTH,
    confirmed: '已确认',
    used: '已完成',
    bound: '绑定成功',
    refused: '手机上取消了绑定',
    taken: NO_BINDING,
  },
  login: {
    ...BOTH,
    confirmed: '已确认，正在登录…',
    used: '这次登录已经完成。要再登录一次，请换一个二维码',
    bound: '已完成',
    refused: '没有登录：手机上取消了，或者账号已停用',
    taken: '没有登录',
  },
} as const satisfies Record<TicketPurpose, Record<Told, string>>;
