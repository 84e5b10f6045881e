import 'server-only';
import { unstable_cache } from 'next/cache';

/** Numbers of students change with every enrolment and expire no tag: pages may show them this old. */
export const COUNTS_SECONDS = 600;

interface CachedReadOptions {
  /** Names the read and its arguments: two reads never share a key. */
  readonly key: readonly string[];
  /** See lib/cache-tags.ts. A page made of this read carries them too. */
  readonly tags: readonly string[];
  /** Seconds, for what changes without expiring a tag. Without it a read lasts until one of its tags expires. */
  readonly seconds?: number;
}

/** A read kept by the page cache until one of its tags expires. The answer passes through JSON: no Dates, no Maps. */
export function cachedRead<T>({ key, tags, seconds }: CachedReadOptions, read: () => Promise<T>): Promise<T> {
  return unstable_cache(read, [...key], { tags: [...tags], revalidate: seconds ?? false })();
}
