'use client';

import { Search } from 'lucide-react';
import Form, { type FormProps } from 'next/form';
import Link, { type LinkProps } from 'next/link';
import { type ChangeEvent, type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';

interface FilterFormProps<A, T> {
  /** The list's own address, without a query. */
  action: FormProps<A>['action'];
  /** What it searches, for screen readers: 搜索订单. */
  label: string;
  /** The list without filters; null when none is set. */
  clearHref: LinkProps<T>['href'] | null;
  /** FilterText, FilterSelect, FilterDay. */
  children: ReactNode;
}

/** A GET form: filters stand in the address, empty ones do not. A choice applies at once, text with Enter or the button. */
export function FilterForm<A, T>({ action, label, clearHref, children }: FilterFormProps<A, T>) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const element = form.current;
    const dropEmpty = ({ formData }: FormDataEvent) => {
      const empty = Array.from(formData.keys()).filter((name) => formData.get(name) === '');
      for (const name of empty) formData.delete(name);
    };
    element?.addEventListener('formdata', dropEmpty);
    return () => element?.removeEventListener('formdata', dropEmpty);
  }, []);
  const onChange = ({ target }: ChangeEvent<HTMLFormElement>) => {
    if (target instanceof HTMLSelectElement) target.form?.requestSubmit();
  };
  return (
    <Form
      ref={form}
      action={action}
      role="search"
      aria-label={label}
      prefetch={false}
      onChange={onChange}
      className="mb-4 flex flex-wrap items-end gap-2 text-sm"
    >
      {children}
      <Button type="submit" variant="secondary" size="sm">
        <Search aria-hidden className="size-4" />
        查找
      </Button>
      {clearHref !== null && (
        <Button asChild variant="ghost" size="sm">
          <Link href={clearHref} prefetch={false}>
            清除筛选
          </Link>
        </Button>
      )}
    </Form>
  );
}
