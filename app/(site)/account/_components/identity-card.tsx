import { Card } from '@/components/ui/card';
import type { Profile } from '@/lib/data/account';
import { shanghaiDay } from '@/lib/domain/shanghai-day';

/** Who one is here: what others see, and what cannot be changed. */
export function IdentityCard({ profile }: { profile: Profile }) {
  return (
    <Card className="grid gap-4">
      <div className="flex items-center gap-4">
        <span
          aria-hidden
          className="flex size-14 shrink-0 items-center justify-center rounded-full bg-primary font-semibold text-2xl text-primary-foreground"
        >
          {Array.from(profile.nickname)[0]}
        </span>
        <p className="min-w-0 break-words font-semibold text-lg">{profile.nickname}</p>
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 border-t pt-4 text-sm">
        <dt className="text-muted-foreground">用户名</dt>
        <dd className="break-all">{profile.username}</dd>
        <dt className="text-muted-foreground">注册于</dt>
        <dd className="tabular-nums">{shanghaiDay(profile.createdAt)}</dd>
      </dl>
    </Card>
  );
}
