'use client';

import { MessagesSquare } from 'lucide-react';
import { useActionState } from 'react';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE } from '@/lib/action-state';
import { startWechatSignIn } from '../wechat-actions';

/** The other way in: by WeChat, with or without an account. */
export function WechatSignIn({ callbackUrl }: { callbackUrl: string }) {
  const [state, action] = useActionState(startWechatSignIn, IDLE);
  return (
    <form action={action} className="mt-6 grid gap-4">
      <p className="flex items-center gap-4 text-muted-foreground text-sm before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
        或
      </p>
      <FormMessage state={state} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <SubmitButton size="lg" variant="secondary" className="w-full">
        <MessagesSquare aria-hidden className="size-5" />
        微信登录
      </SubmitButton>
    </form>
  );
}
