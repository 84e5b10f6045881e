'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { Button } from './button';
import { cn } from './cn';
import { OVERLAY, PANEL } from './overlay';

export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;

type DialogContentProps = Omit<ComponentProps<typeof Radix.Content>, 'title'> & {
  title: ReactNode;
  description?: ReactNode;
};

export function DialogContent({ title, description, className, children, ...props }: DialogContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className={OVERLAY} />
      <Radix.Content
        {...(description ? {} : { 'aria-describedby': undefined })}
        className={cn(PANEL, className)}
        {...props}
      >
        <Radix.Title className="pr-10 font-semibold text-lg">{title}</Radix.Title>
        {description && <Radix.Description className="text-muted-foreground">{description}</Radix.Description>}
        {children}
        <Radix.Close asChild>
          <Button variant="ghost" size="icon" aria-label="关闭" className="absolute top-3 right-3">
            <X aria-hidden className="size-5" />
          </Button>
        </Radix.Close>
      </Radix.Content>
    </Radix.Portal>
  );
}
