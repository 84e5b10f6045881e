'use client';

import { LoaderCircle, Search } from 'lucide-react';
import { parseAsInteger, parseAsString, useQueryStates } from 'nuqs';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { useEffect, useRef, useState, useTransition } from 'react';
import { useEarlyInput } from '@/components/forms/use-early-input';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { type CourseFilter, MAX_QUERY_LENGTH } from '@/lib/domain/course-filter';

const PAUSE_MS = 300;
const KEPT = ['category', 'sub', 'level', 'type', 'price', 'sort'] as const;

/**
 * What is typed reaches the address after a pause in typing. Whoever leaves the field before that is going somewhere
 * else: the search stays away, so that it does not take them back; what was typed stays for the button.
 */
function useTypedQuery() {
  const [pending, startTransition] = useTransition();
  const [{ q }, setQuery] = useQueryStates(
    { q: parseAsString.withDefault(''), page: parseAsInteger },
    { shallow: false, startTransition },
  );
  const [draft, setDraft] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const commit = (text: string) => {
    clearTimeout(timer.current);
    void setQuery({ q: text || null, page: null });
    setDraft(null);
  };
  const type = (text: string) => {
    clearTimeout(timer.current);
    setDraft(text);
    timer.current = setTimeout(() => commit(text), PAUSE_MS);
  };
  const leave = () => clearTimeout(timer.current);
  const field = useRef<HTMLInputElement>(null);
  const text = draft ?? q;
  useEarlyInput(() => {
    const typed = field.current?.value ?? text;
    if (typed === text) return;
    if (document.activeElement === field.current) type(typed);
    else setDraft(typed);
  });
  return { field, text, pending, type, leave };
}

/** A GET form that keeps the other wishes; with JavaScript the list follows the typing. */
export function CourseSearch({ filter }: { filter: CourseFilter }) {
  return (
    <NuqsAdapter>
      <SearchForm filter={filter} />
    </NuqsAdapter>
  );
}

function SearchForm({ filter }: { filter: CourseFilter }) {
  const { field, text, pending, type, leave } = useTypedQuery();
  const Icon = pending ? LoaderCircle : Search;
  return (
    <form action="/courses" role="search" aria-label="在课程中搜索" className="flex gap-2">
      {KEPT.map((name) => {
        const value = filter[name];
        return value && value !== 'default' ? <input key={name} type="hidden" name={name} value={value} /> : null;
      })}
      <span className="relative flex-1">
        <Icon
          aria-hidden
          className={`pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground ${pending ? 'animate-spin' : ''}`}
        />
        <Input
          ref={field}
          type="search"
          name="q"
          aria-label="关键词"
          placeholder="想解决什么问题？"
          maxLength={MAX_QUERY_LENGTH}
          value={text}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
          className="pl-9"
        />
      </span>
      <Button type="submit" variant="secondary">
        搜索
      </Button>
    </form>
  );
}
