'use client';

import { LoaderCircle } from 'lucide-react';
import { AlertDialog, AlertDialogContent } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';

interface SendDialogProps {
  open: boolean;
  onClose: () => void;
  onSend: () => void;
  isPending: boolean;
  /** Who gets it, in words. */
  audience: string;
  count: number;
  /** When it begins, in words; null: at once. */
  sendAt: string | null;
}

/** What has been sent cannot be called back. */
export function SendDialog({ open, onClose, onSend, isPending, audience, count, sendAt }: SendDialogProps) {
  return (
    <AlertDialog open={open} onOpenChange={(isOpen) => !isOpen && !isPending && onClose()}>
      <AlertDialogContent
        title={`发送给 ${count} 人？`}
        description={
          <>
            <span className="line-clamp-3 break-all">{audience}</span>
            <span className="mt-2 block">
              {sendAt === null
                ? '现在就开始发送。消息发出后不能撤回。'
                : `北京时间 ${sendAt} 开始发送，那时再数一次收件人；开始之前可以取消。`}
            </span>
          </>
        }
      >
        <Button onClick={onSend} disabled={isPending} aria-busy={isPending || undefined}>
          {isPending && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
          {sendAt === null ? '确认发送' : '确认定时'}
        </Button>
      </AlertDialogContent>
    </AlertDialog>
  );
}
