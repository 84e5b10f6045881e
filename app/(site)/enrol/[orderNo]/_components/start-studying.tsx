import { CircleCheck, PlayCircle } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { CourseLink, EnrolledProduct } from '@/lib/data/enrolment';
import { coursePath } from '@/lib/domain/learn-paths';

function StartRow({ course, detail }: { course: CourseLink; detail?: string }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <span className="grid min-w-0 gap-0.5">
        <span className="font-medium">{course.name}</span>
        {detail && <span className="text-muted-foreground text-sm">{detail}</span>}
      </span>
      <Button asChild size="sm">
        <Link href={coursePath(course.slug)} aria-label={`开始学习 ${course.name}`}>
          <PlayCircle aria-hidden className="size-4" />
          开始学习
        </Link>
      </Button>
    </li>
  );
}

function StartCard({ product }: { product: EnrolledProduct }) {
  const detail = `有效期至 ${product.lastDay}`;
  if (product.kind === 'course') {
    return (
      <Card>
        <ul>
          <StartRow course={product} detail={detail} />
        </ul>
      </Card>
    );
  }
  return (
    <Card>
      <h2 className="font-semibold text-lg">{product.name}</h2>
      <p className="text-muted-foreground text-sm">
        {detail} · 共 {product.modules.length} 个模块，VIP专享课程同时开放
      </p>
      <ul className="mt-2 divide-y">
        {product.modules.map((part) => (
          <StartRow key={part.slug} course={part} />
        ))}
      </ul>
    </Card>
  );
}

/** After the 报名表: where to go now. `children` is what is still worth doing. */
export function StartStudying({ products, children }: { products: readonly EnrolledProduct[]; children?: ReactNode }) {
  return (
    <div className="mx-auto grid w-full max-w-2xl gap-6">
      <header className="flex flex-col items-center gap-3 text-center">
        <span className="flex size-16 items-center justify-center rounded-full bg-success-soft text-success-ink">
          <CircleCheck aria-hidden className="size-9" />
        </span>
        <h1 className="font-bold text-2xl sm:text-3xl">报名表已提交，课程已开通</h1>
        <p className="text-muted-foreground">现在就开始第一节。学习进度会自动保存，随时可以从「我的学习」继续。</p>
      </header>
      {products.map((product) => (
        <StartCard key={product.slug} product={product} />
      ))}
      {children}
      <Button asChild variant="secondary" className="justify-self-center">
        <Link href="/learn">去我的学习</Link>
      </Button>
    </div>
  );
}
