'use client';

import { type ComponentProps, type ComponentType, useState } from 'react';
import { Button } from '@/components/ui/button';

const load = async () => (await import('./viewer-menu')).ViewerMenu;

interface ViewerButtonProps {
  nickname: string;
  role: string;
  signOut: () => Promise<void>;
}

/** Who is signed in. The menu behind it is loaded when somebody is about to open it. */
export function ViewerButton(props: ViewerButtonProps) {
  const [Menu, setMenu] = useState<ComponentType<ViewerButtonProps> | null>(null);
  if (Menu) return <Menu {...props} />;
  const begin = () => void load();
  const open = async () => {
    const loaded = await load();
    setMenu(() => loaded);
  };
  return (
    <ViewerName
      nickname={props.nickname}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={begin}
      onFocus={begin}
      onClick={() => void open()}
    />
  );
}

/** The button's face: also the trigger of the menu. */
export function ViewerName({ nickname, ...props }: { nickname: string } & ComponentProps<typeof Button>) {
  return (
    <Button variant="ghost" className="max-w-32 px-2" aria-label={`账号菜单：${nickname}`} {...props}>
      <span
        aria-hidden
        className="flex size-8 shrink-0 items-center justify-center rounded-full bg-primary font-semibold text-primary-foreground text-sm"
      >
        {Array.from(nickname)[0]}
      </span>
      <span className="truncate max-sm:sr-only">{nickname}</span>
    </Button>
  );
}
