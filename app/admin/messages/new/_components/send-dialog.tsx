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
}

/** What has been sent cannot be called back. */
export function SendDialog({ open, onClose, onSend, isPending, audience, count }: SendDialogProps) {
  return (
    <AlertDialog open={open} onOpenChange={(isOpen) => !isOpen && !isPending && onClose()}>
      <AlertDialogContent
        title={`发送给 ${count} 人？`}
        description={
          <>
            <span className="line-clamp-3 break-all">{audience}</span>
            <span className="mt-2 block">消息发出后不能撤回。</span>
          </>
        }
      >
        <Button onClick={onSend} disabled={isPending} aria-busy={isPending || undefined}>
          {isPending && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
          确认发送
        </Button>
      </AlertDialogContent>
    </AlertDialog>
  );
}
