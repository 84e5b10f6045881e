import Link from 'next/link';
import type { PushedBy } from '@/lib/data/admin/wechat-events';
import { userPath } from '@/lib/domain/admin/user-search';
import { wechatEventSearchPath } from '@/lib/domain/admin/wechat-event-search';

/** Who it was: as WeChat calls them, and whom they are bound to. */
export function Person({ person }: { person: PushedBy | null }) {
  if (person === null) return '—';
  const { wechatUserId, nickname, hasLeft, account } = person;
  return (
    <>
      <Link
        href={wechatEventSearchPath({ person: wechatUserId })}
        prefetch={false}
        className="break-words text-link hover:underline"
      >
        {nickname || `微信用户 #${wechatUserId}`}
      </Link>
      {hasLeft && <span className="block text-muted-foreground text-xs">已取消关注</span>}
      {account && (
        <Link
          href={userPath(account.id)}
          prefetch={false}
          className="block break-words text-muted-foreground text-xs hover:underline"
        >
          绑定 {account.name}
        </Link>
      )}
    </>
  );
}
