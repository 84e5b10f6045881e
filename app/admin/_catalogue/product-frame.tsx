import { ExternalLink } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { AdminHeader } from '@/components/admin/admin-header';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Button } from '@/components/ui/button';
import { TabLinks } from '@/components/ui/tab-links';
import type { ProductHead } from '@/lib/data/admin/catalogue-product';
import { productPath } from '@/lib/domain/learn-paths';
import { StatusBadge } from './status-badge';
import { StatusCommands } from './status-commands';
import { COURSE_TABS, type CourseTab, DEGREE_TABS, type DegreeTab } from './tabs';

interface FrameProps<Tab> {
  product: ProductHead;
  /** The page one is on. */
  tab: Tab;
  children: ReactNode;
}

/** Around every page about one course: its name, its status, the other pages about it. */
export function CourseFrame({ product, tab, children }: FrameProps<CourseTab>) {
  return (
    <>
      <Header product={product} list={{ label: '课程', href: '/admin/courses' }} />
      <TabLinks
        label="课程的各个部分"
        className="mb-5"
        tabs={COURSE_TABS.map(({ key, label, hrefOf }) => ({ href: hrefOf(product.id), label, current: key === tab }))}
      />
      {children}
    </>
  );
}

/** The same around every page about one degree course. */
export function DegreeFrame({ product, tab, children }: FrameProps<DegreeTab>) {
  return (
    <>
      <Header product={product} list={{ label: '学位课', href: '/admin/degrees' }} />
      <TabLinks
        label="学位课的各个部分"
        className="mb-5"
        tabs={DEGREE_TABS.map(({ key, label, hrefOf }) => ({ href: hrefOf(product.id), label, current: key === tab }))}
      />
      {children}
    </>
  );
}

interface HeaderProps {
  product: ProductHead;
  list: { label: string; href: '/admin/courses' | '/admin/degrees' };
}

function Header({ product, list }: HeaderProps) {
  return (
    <AdminHeader
      above={<Breadcrumbs crumbs={[list, { label: product.name }]} />}
      title={
        <span className="flex flex-wrap items-center gap-2">
          {product.name} <StatusBadge status={product.status} />
        </span>
      }
      actions={
        <div className="flex flex-wrap items-center gap-2">
          <Button asChild variant="ghost" size="sm">
            <Link href={productPath(product.kind, product.slug)} prefetch={false}>
              <ExternalLink aria-hidden className="size-4" />
              网站上的页面
            </Link>
          </Button>
          <StatusCommands product={product} />
        </div>
      }
    />
  );
}
