import { Search } from 'lucide-react';
import Form from 'next/form';

/** A GET form: the answer is an address, with or without JavaScript. */
export function SearchBox() {
  return (
    <Form action="/courses" role="search" aria-label="全站搜索" className="relative flex-1">
      <label htmlFor="site-search" className="sr-only">
        搜索课程
      </label>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <input
        id="site-search"
        type="search"
        name="q"
        maxLength={50}
        placeholder="搜索课程"
        className="min-h-11 w-full rounded-full border border-input bg-card pr-4 pl-9 placeholder:text-muted-foreground"
      />
    </Form>
  );
}
