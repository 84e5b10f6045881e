import { Card } from '@/components/ui/card';
import { MessageStatusBadge } from '@/components/wechat/message-status';
import type { MessageCard } from '@/lib/data/messages';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';

export function MessageItem({ message }: { message: MessageCard }) {
  const { title, text, lines, status, reason, createdAt } = message;
  return (
    <li>
      <Card className="grid gap-3">
        <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <h3 className="min-w-0 break-words font-semibold">{title}</h3>
          <MessageStatusBadge status={status} />
        </header>
        {text && <p className="whitespace-pre-wrap break-words">{text}</p>}
        {lines.length > 0 && (
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
            {lines.map(([label, value]) => (
              <div key={label} className="col-span-2 grid grid-cols-subgrid">
                <dt className="text-muted-foreground">{label}</dt>
                <dd className="break-words">{value}</dd>
              </div>
            ))}
          </dl>
        )}
        <footer className="flex flex-wrap justify-between gap-x-4 gap-y-1 text-muted-foreground text-sm">
          <time dateTime={createdAt.toISOString()} className="tabular-nums">
            {shanghaiMinute(createdAt)}
          </time>
          {reason && <span>{reason}</span>}
        </footer>
      </Card>
    </li>
  );
}
