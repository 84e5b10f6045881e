'use client';

import { Menu, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { OVERLAY } from '@/components/ui/overlay';
import { AdminNav } from './admin-nav';

/** The navigation of a narrow screen: behind a button, over the page. */
export function NavSheet() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger asChild>
        <Button variant="ghost" size="icon" aria-label="打开导航" className="-ml-2 lg:hidden">
          <Menu aria-hidden className="size-5" />
        </Button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className={OVERLAY} />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 w-64 overflow-y-auto border-r bg-card p-3 text-card-foreground shadow-card"
        >
          <div className="mb-3 flex items-center justify-between pl-3">
            <Dialog.Title className="font-semibold">管理后台</Dialog.Title>
            <Dialog.Close asChild>
              <Button variant="ghost" size="icon" aria-label="关闭导航">
                <X aria-hidden className="size-5" />
              </Button>
            </Dialog.Close>
          </div>
          <AdminNav onNavigate={() => setOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
