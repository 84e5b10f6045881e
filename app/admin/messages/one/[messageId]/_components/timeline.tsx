import Link from 'next/link';
import type { ReactNode } from 'react';
import { Panel } from '@/components/admin/panel';
import type { MessageTrace } from '@/lib/data/admin/message-trace';
import { wechatEventPath } from '@/lib/domain/admin/wechat-event-search';
import { reasonWords } from '@/lib/domain/message-reason';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';

interface Step {
  readonly at: Date;
  readonly what: ReactNode;
}

/** What has happened to a message, in order, up to WeChat's own event. */
export function Timeline({ trace }: { trace: MessageTrace }) {
  const { times, attempts, event, status, reason } = trace;
  const { createdAt, dueAt, sendingSince, fellBackAt, acceptedAt, deliveredAt } = times;
  const steps: Step[] = [
    { at: createdAt, what: '写进发件箱' },
    ...when(fellBackAt, '超过微信允许发文字的时间，改发模板消息'),
    ...when(sendingSince, attempts > 1 ? `第 ${attempts} 次尝试发送` : '开始发送'),
    ...when(acceptedAt, '微信已接收'),
    ...(event ? [{ at: event.receivedAt, what: <EventLink event={event} /> }] : []),
    ...when(deliveredAt, '已送达手机'),
  ];
  const waits = status === 'queued' && dueAt !== null;
  return (
    <Panel title="经过">
      <ol className="grid gap-3 text-sm">
        {steps
          .toSorted((a, b) => a.at.getTime() - b.at.getTime())
          .map(({ at, what }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one message never change their places.
            <li key={index} className="grid gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
              <time dateTime={at.toISOString()} className="text-muted-foreground tabular-nums">
                {shanghaiSecond(at)}
              </time>
              <span>{what}</span>
            </li>
          ))}
        {waits && <li className="text-muted-foreground">最早 {shanghaiSecond(dueAt)} 再发送。</li>}
        {status === 'waiting_for_bind' && <li className="text-muted-foreground">学员绑定微信后马上发送。</li>}
        {reason && !waits && status !== 'accepted' && <li className="font-medium">{reason}</li>}
      </ol>
    </Panel>
  );
}

const when = (at: Date | null, what: string): Step[] => (at ? [{ at, what }] : []);

function EventLink({ event: { id, status } }: { event: NonNullable<MessageTrace['event']> }) {
  return (
    <>
      微信回报：{status === 'success' ? '成功' : reasonWords(status)}{' '}
      <Link href={wechatEventPath(id)} prefetch={false} className="text-link underline">
        查看事件
      </Link>
    </>
  );
}
