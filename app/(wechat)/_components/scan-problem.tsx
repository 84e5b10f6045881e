import {
  Ban,
  CircleSlash,
  Clock,
  CloudOff,
  type LucideIcon,
  MonitorSmartphone,
  QrCode,
  ShieldAlert,
  Users,
} from 'lucide-react';
import type { ScanProblem as Problem } from '@/lib/domain/wechat-ticket';
import { PhoneNotice } from './phone-notice';

interface Words {
  readonly icon: LucideIcon;
  readonly tone: 'warning' | 'danger';
  readonly title: string;
  readonly text: string;
}

const PROBLEMS = {
  refused: {
    icon: CircleSlash,
    tone: 'warning',
    title: '已取消授权',
    text: '你没有同意微信授权，没有绑定，也没有登录。想好了，可以在网页上换一个二维码再扫。',
  },
  expired: {
    icon: Clock,
    tone: 'warning',
    title: '二维码已过期',
    text: '二维码 10 分钟内有效。请在网页上换一个，再扫一次。',
  },
  used: {
    icon: QrCode,
    tone: 'warning',
    title: '二维码已经用过',
    text: '每个二维码只能扫一次。如果不是你扫的，请在网页上换一个二维码：之前的会立刻作废。',
  },
  forged: {
    icon: ShieldAlert,
    tone: 'danger',
    title: '二维码无效',
    text: '这不是路飞学城发出的二维码，或者它刚刚换新了。请只扫自己打开的网页上的二维码；扫过但没有完成的，请在网页上换一个。',
  },
  taken: {
    icon: Users,
    tone: 'danger',
    title: '已经绑定过',
    text: '这个微信已绑定其他账号，或者这个账号已绑定其他微信。请先在原来的账号里解除绑定，原有的绑定不会被替换。',
  },
  disabled: {
    icon: Ban,
    tone: 'danger',
    title: '账号已停用',
    text: '这个微信的账号已停用，不能登录。如有疑问，请在服务号里联系老师。',
  },
  snapshot: {
    icon: MonitorSmartphone,
    tone: 'warning',
    title: '请使用完整服务',
    text: '现在打开的是微信的快照页，不能确认你的身份。请点页面下方的「使用完整服务」，再扫一次二维码。',
  },
  unavailable: {
    icon: CloudOff,
    tone: 'warning',
    title: '微信暂时没有响应',
    text: '这次没有完成，二维码还能用。请稍等片刻，再试一次。',
  },
} as const satisfies Record<Problem, Words>;

/** Why the phone that scanned cannot go on. */
export function ScanProblem({ problem }: { problem: Problem }) {
  const { text, ...notice } = PROBLEMS[problem];
  return (
    <PhoneNotice {...notice}>
      <p>{text}</p>
    </PhoneNotice>
  );
}

export const scanProblemTitle = (problem: Problem): string => PROBLEMS[problem].title;
