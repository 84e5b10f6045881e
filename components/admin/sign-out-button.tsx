'use client';

import { useQueryClient } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { startTransition } from 'react';
import { ME_KEY } from '@/components/queries/me';
import { Button } from '@/components/ui/button';

export function SignOutButton({ signOut }: { signOut: () => Promise<void> }) {
  const queryClient = useQueryClient();
  const leave = async () => {
    try {
      await signOut();
    } finally {
      // It leads to the home page, whose header shows who is signed in.
      await queryClient.invalidateQueries({ queryKey: ME_KEY });
    }
  };
  return (
    <Button variant="ghost" size="icon" aria-label="退出登录" className="-mr-2" onClick={() => startTransition(leave)}>
      <LogOut aria-hidden className="size-5" />
    </Button>
  );
}
