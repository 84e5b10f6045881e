import { Badge } from '@/components/ui/badge';
import type { InvitedFriend } from '@/lib/data/invites';
import { getsWords, rewardWords } from '@/lib/domain/invite-words';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';

const STAGES = {
  joined: { label: '已加入', tone: 'neutral' },
  paid: { label: '已付款，等待退款期结束', tone: 'info' },
  rewarded: { label: '已完成', tone: 'success' },
} as const;
const CHANNELS = { link: '通过链接', qr: '通过二维码' } as const;

/** One friend who came, and what came of it. */
export function FriendItem({ friend }: { friend: InvitedFriend }) {
  const { label, tone } = STAGES[friend.stage];
  const got = friend.reward && rewardWords(friend.reward);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3">
      <div className="grid min-w-0">
        <span className="break-all font-medium">{friend.name}</span>
        <span className="text-muted-foreground text-sm tabular-nums">
          {shanghaiMinute(friend.joinedAt)} {CHANNELS[friend.channel]}
        </span>
      </div>
      <div className="grid justify-items-end gap-1 text-sm">
        <Badge tone={tone}>{label}</Badge>
        {got && <span className="text-success-ink">我{getsWords(got)}</span>}
      </div>
    </li>
  );
}
