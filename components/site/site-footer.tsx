import Link from 'next/link';
import { LogoMark } from './logo';

const COLUMNS = [
  {
    title: '学习',
    links: [
      { href: '/courses', label: '全部课程' },
      { href: '/degrees', label: '学位课' },
      { href: '/courses?type=vip', label: 'VIP 专享课' },
      { href: '/coupons', label: '领券中心' },
    ],
  },
  {
    title: '我的',
    links: [
      { href: '/learn', label: '我的学习' },
      { href: '/orders', label: '我的订单' },
      { href: '/account/coupons', label: '我的优惠券' },
      { href: '/account', label: '账号设置' },
    ],
  },
] as const;

export function SiteFooter() {
  return (
    <footer className="mt-16 bg-footer text-footer-foreground sm:mt-24 print:hidden">
      <div className="container-page grid grid-cols-2 gap-x-4 gap-y-10 py-12 sm:grid-cols-[2fr_1fr_1fr] sm:gap-x-10">
        <div className="grid content-start gap-4 max-sm:col-span-2">
          <p className="flex items-center gap-2.5 font-bold text-lg">
            <LogoMark className="rounded-lg ring-1 ring-footer-muted/30" />
            路飞学城
          </p>
          <p className="max-w-sm text-footer-muted">
            把一门手艺学到能交付。每门课都有试学小节、作业与导师批改，付款走支付宝。
          </p>
        </div>
        {COLUMNS.map((column) => (
          <nav key={column.title} aria-label={column.title}>
            <h2 className="mb-2 font-semibold">{column.title}</h2>
            <ul>
              {column.links.map((link) => (
                <li key={link.href}>
                  <Link
                    href={link.href}
                    prefetch={false}
                    className="inline-flex min-h-11 items-center text-footer-muted hover:text-footer-foreground sm:min-h-9"
                  >
                    {link.label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
      <p className="container-page border-footer-muted/20 border-t py-6 text-footer-muted text-sm">© 路飞学城</p>
    </footer>
  );
}
