'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { NAV_GROUPS } from './nav-items';

/** The overviews: other sections lie below their addresses. */
const ITSELF_ALONE = ['/admin', '/admin/wechat'];

const isInside = (pathname: string, href: string): boolean =>
  pathname === href || (!ITSELF_ALONE.includes(href) && pathname.startsWith(`${href}/`));

/** The sections of the dashboard; the one that is open is marked. */
export function AdminNav({ onNavigate }: { onNavigate?: () => void }) {
  const pathname = usePathname();
  const nav = useRef<HTMLElement>(null);
  // On a low screen the open section may lie below the edge of the navigation's own frame.
  useEffect(() => {
    if (pathname) nav.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);
  return (
    <nav ref={nav} aria-label="后台导航" className="grid gap-5">
      {NAV_GROUPS.map((group) => (
        <div key={group.label}>
          <p className="px-3 pb-1 text-muted-foreground text-xs">{group.label}</p>
          <ul className="grid gap-0.5">
            {group.items.map(({ href, label, icon: Icon }) => (
              <li key={href}>
                <Link
                  href={href}
                  prefetch={false}
                  {...(onNavigate && { onClick: onNavigate })}
                  aria-current={isInside(pathname, href) ? 'page' : undefined}
                  className="flex min-h-11 items-center gap-3 rounded-md px-3 text-muted-foreground hover:bg-muted hover:text-foreground aria-[current=page]:bg-primary-soft aria-[current=page]:font-semibold aria-[current=page]:text-primary-ink lg:min-h-9"
                >
                  <Icon aria-hidden className="size-4.5 shrink-0" />
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
