import { MessageSquareText } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { requireViewer } from '@/lib/auth/guards';
import { database } from '@/lib/context';
import { findMessages } from '@/lib/data/messages';
import { findMuted, findPermits } from '@/lib/data/topics';
import { findBinding } from '@/lib/data/wechat';
import { messagesPath, readMessagesPage } from '@/lib/domain/messages-page';
import { AccountFrame } from '../_components/account-frame';
import { AllowNotices } from './_components/allow-notices';
import { MessageItem } from './_components/message-item';
import { TopicsForm } from './_components/topics-form';
import { WhereTo } from './_components/where-to';

export const metadata: Metadata = { title: '消息', robots: { index: false } };

export default async function MessagesPage({ searchParams }: PageProps<'/account/messages'>) {
  const page = readMessagesPage(await searchParams);
  const viewer = await requireViewer(messagesPath(page));
  const db = database();
  const [{ messages, pageCount }, binding, muted, permits] = await Promise.all([
    findMessages(db, viewer.id, page),
    findBinding(db, viewer.id, new Date()),
    findMuted(db, viewer.id),
    findPermits(db, viewer.id),
  ]);
  return (
    <AccountFrame
      current="/account/messages"
      aside={
        <div className="grid gap-6">
          <WhereTo bound={binding.bound} />
          <TopicsForm muted={muted} />
          <AllowNotices permits={permits} />
        </div>
      }
    >
      <section className="grid gap-4">
        <h2 className="font-semibold text-lg">学校发给我的消息</h2>
        {messages.length === 0 ? (
          <NoMessages isFirstPage={page === 1} />
        ) : (
          <ul className="grid gap-4">
            {messages.map((message) => (
              <MessageItem key={message.id} message={message} />
            ))}
          </ul>
        )}
        <Pagination page={page} pageCount={pageCount} hrefOf={messagesPath} />
      </section>
    </AccountFrame>
  );
}

function NoMessages({ isFirstPage }: { isFirstPage: boolean }) {
  return (
    <EmptyState
      icon={MessageSquareText}
      title={isFirstPage ? '还没有消息' : '这一页没有消息'}
      action={
        <Button asChild variant="secondary">
          {isFirstPage ? <Link href="/courses">去选课程</Link> : <Link href="/account/messages">回到第一页</Link>}
        </Button>
      }
    >
      支付成功、报名成功之后，这里能看到学校发给你的每一条消息。
    </EmptyState>
  );
}
