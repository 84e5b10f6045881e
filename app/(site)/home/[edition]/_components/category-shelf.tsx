import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import type { Home } from '@/lib/data/catalogue-home';
import { Shelf } from './shelf';

export function CategoryShelf({ categories }: { categories: Home['categories'] }) {
  return (
    <Shelf title="按方向找课" href="/courses" more="全部课程">
      <ul className="grid gap-4 sm:gap-6 md:grid-cols-3">
        {categories.map((category) => (
          <li key={category.slug}>
            <Link
              href={`/courses?category=${category.slug}`}
              className="group flex h-full flex-col gap-2 rounded-lg border bg-card p-5 shadow-card transition-colors hover:border-primary-ink hover:bg-primary-soft"
            >
              <span className="flex items-center justify-between font-semibold text-lg">
                {category.name}
                <ArrowRight
                  aria-hidden
                  className="size-5 text-primary-ink transition-transform group-hover:translate-x-1"
                />
              </span>
              <span className="text-muted-foreground text-sm">{category.subCategories.join(' · ')}</span>
              <span className="mt-auto pt-2 font-medium text-primary-ink text-sm">{category.courseCount} 门课程</span>
            </Link>
          </li>
        ))}
      </ul>
    </Shelf>
  );
}
