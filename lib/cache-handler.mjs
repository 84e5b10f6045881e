import postgres from 'postgres';
import { ByteLru } from './cache/byte-lru.mjs';
import { TagVersions, tagReader } from './cache/tag-versions.mjs';

const MAX_BYTES = 128 * 1024 * 1024;
const TAGS_HEADER = 'x-next-cache-tags';

/** The tags of a page (all that its reads carried), or of a single read. */
function tagsOf(data, context) {
  if (data.kind === 'FETCH') return context.tags ?? data.tags ?? [];
  const header = data.headers?.[TAGS_HEADER];
  return typeof header === 'string' ? header.split(',') : [];
}

/** About how much memory an entry takes. Strings count twice: two bytes a character at worst. */
function sizeOf(key, data) {
  if (data.kind === 'FETCH') return 2 * (key.length + (data.data?.body?.length ?? 0)) + 512;
  let bytes = 2 * (key.length + (data.html?.length ?? 0)) + (data.rscData?.length ?? 0) + (data.body?.length ?? 0);
  for (const segment of data.segmentData?.values() ?? []) bytes += segment.length;
  return bytes + 1024;
}

/**
 * Next's page and data cache for one process, whose entries expire by the tag versions in PostgreSQL.
 * An expiry is a higher version, written in the business transaction; every process sees it within a second.
 *
 * `shared` is what a process has once: {tags: TagVersions, entries: ByteLru}; null keeps nothing (next build).
 */
export function createCacheHandler(shared) {
  // Next makes one instance for each request.
  return class CacheHandler {
    #known;

    /*
     * The race: a page is rendered while its tag expires, and is stored afterwards. So a request reads the versions
     * once, before it reads any data, and stores under those: had the tag moved since, the entry never matches.
     * Versions, not times: an expiry's time is taken before its transaction commits and may be older than our read.
     */
    #versions() {
      this.#known ??= shared.tags.current();
      return this.#known;
    }

    async get(key) {
      if (!shared) return null;
      const versions = await this.#versions();
      if (!versions) return null;
      const entry = shared.entries.get(key);
      if (!entry) return null;
      for (const [tag, version] of entry.versions) {
        if (versions.get(tag) !== version) return null;
      }
      return entry.answer;
    }

    async set(key, data, context) {
      // Without a read before it there is no telling how old the data is.
      const versions = shared && (await this.#known);
      if (!versions) return;
      // A page that says "not found" is not kept: made-up addresses must not push real pages out.
      if (!data || data.status >= 400) {
        shared.entries.delete(key);
        return;
      }
      const tagged = tagsOf(data, context).map((tag) => [tag, versions.get(tag)]);
      const answer = { value: data, lastModified: Date.now(), cacheControl: context.cacheControl };
      shared.entries.set(key, { answer, versions: tagged }, sizeOf(key, data));
    }

    /** Next calls this in the process that expired a tag; the expiry itself is already in the database. */
    async revalidateTag() {
      shared?.tags.forget();
      this.#known = undefined;
    }

    resetRequestCache() {
      this.#known = undefined;
    }
  };
}

/** Without a database (next build) nothing is kept. */
function processShared() {
  const url = process.env.DATABASE_URL;
  if (!url || process.env.NEXT_PHASE === 'phase-production-build') return null;
  const sql = postgres(url, { max: 1, connect_timeout: 2, idle_timeout: 60, onnotice: () => {} });
  return { tags: new TagVersions(tagReader(sql)), entries: new ByteLru(MAX_BYTES) };
}

/** Of this process. */
export const shared = processShared();

export default createCacheHandler(shared);
