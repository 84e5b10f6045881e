import { Send } from 'lucide-react';
import Link from 'next/link';
import { AdminHeader } from '@/components/admin/admin-header';
import { Button } from '@/components/ui/button';
import { TabLinks } from '@/components/ui/tab-links';

/** The head of both lists of messages. */
export function MessagesHeader({ current }: { current: 'campaigns' | 'all' }) {
  return (
    <>
      <AdminHeader
        title="消息"
        description="发到学员微信的消息：群发，以及支付、报名时系统自己发出的通知。"
        actions={
          <Button asChild size="sm">
            <Link href="/admin/messages/new" prefetch={false}>
              <Send aria-hidden className="size-4" />
              写新消息
            </Link>
          </Button>
        }
      />
      <TabLinks
        label="消息"
        tabs={[
          { href: '/admin/messages', label: '群发', current: current === 'campaigns' },
          { href: '/admin/messages/all', label: '全部消息', current: current === 'all' },
        ]}
        className="mb-4"
      />
    </>
  );
}
