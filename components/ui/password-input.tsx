'use client';

import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { Button } from './button';
import { Input } from './input';

/** A password that can be looked at before it is sent. Without JavaScript there is no button to do so. */
export function PasswordInput(props: Omit<ComponentProps<'input'>, 'type'>) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Input {...props} type={shown ? 'text' : 'password'} className="pr-12" spellCheck={false} autoCapitalize="none" />
      <Button
        variant="ghost"
        size="icon"
        aria-label="显示密码"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute top-0 right-0 text-muted-foreground noscript:hidden"
      >
        <Icon aria-hidden className="size-5" />
      </Button>
    </div>
  );
}
