import Link from 'next/link';
import { AccountMenu } from './account-menu';
import { CartLink } from './cart-link';
import { LogoMark } from './logo';
import { SearchBox } from './search-box';
import { ThemeToggle } from './theme-toggle';

const NAV = [
  { href: '/courses', label: '课程' },
  { href: '/degrees', label: '学位课' },
  { href: '/coupons', label: '领券' },
] as const;

/** On a phone the search box and the navigation are a second row. */
export function SiteHeader({ signOut }: { signOut: () => Promise<void> }) {
  return (
    <header className="sticky top-0 z-30 border-b bg-background max-md:static print:hidden">
      <div className="container-page flex flex-wrap items-center gap-x-4 gap-y-2 py-2 md:min-h-16">
        <Link href="/" className="flex min-h-11 items-center gap-2.5 font-bold text-lg tracking-wide">
          <LogoMark />
          路飞学城
        </Link>
        <div className="flex items-center gap-2 max-md:order-last max-md:w-full md:flex-1 md:gap-4">
          <nav aria-label="主导航" className="flex items-center md:ml-4">
            {NAV.map((item) => (
              <Link
                key={item.href}
                href={item.href}
                className="inline-flex min-h-11 shrink-0 items-center rounded-md px-3 font-medium hover:bg-muted max-md:first:pl-0"
              >
                {item.label}
              </Link>
            ))}
          </nav>
          <div className="flex flex-1 md:ml-auto md:max-w-xs">
            <SearchBox />
          </div>
        </div>
        <div className="flex items-center gap-1 max-md:ml-auto">
          <ThemeToggle />
          <CartLink />
          <AccountMenu signOut={signOut} />
        </div>
      </div>
    </header>
  );
}
