'use client';

import { AlertDialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button';
import { OVERLAY, PANEL } from './overlay';

export const AlertDialog = Radix.Root;
export const AlertDialogTrigger = Radix.Trigger;

interface AlertDialogContentProps {
  title: ReactNode;
  description: ReactNode;
  /** The button that does it: a form with its SubmitButton. */
  children: ReactNode;
  cancelText?: string;
}

/** Asks before what cannot be undone. The way back comes first and has the focus. */
export function AlertDialogContent({ title, description, children, cancelText = '再想想' }: AlertDialogContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className={OVERLAY} />
      <Radix.Content className={PANEL}>
        <Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
        <Radix.Description className="text-muted-foreground">{description}</Radix.Description>
        <div className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">
          <Radix.Cancel asChild>
            <Button variant="secondary">{cancelText}</Button>
          </Radix.Cancel>
          {children}
        </div>
      </Radix.Content>
    </Radix.Portal>
  );
}
