import type { Metadata } from 'next';
import Link from 'next/link';
import { Notice } from '@/components/site/notice';
import { Button } from '@/components/ui/button';

export const metadata: Metadata = { title: '没有找到' };

/** An order, a user, a course that is not there; the dashboard stays around it. */
export default function AdminNotFound() {
  return (
    <Notice code="404" title="没有找到">
      <p className="max-w-md text-muted-foreground">地址可能写错了，或者它已经被删除。</p>
      <Button asChild className="mt-4">
        <Link href="/admin">回到概览</Link>
      </Button>
    </Notice>
  );
}
