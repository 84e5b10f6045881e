const FRESH_MS = 1000;
// How long pages may be served while PostgreSQL does not answer; after that every entry counts as missing.
const GRACE_MS = 60_000;
const TIMEOUT_MS = 1000;
// expired_at is taken before its transaction commits, so rows become visible late: read this much further back.
const OVERLAP_SECONDS = 600;

/** @param {Promise<unknown>} work */
function withTimeout(work) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('cache_tag did not answer in time')), TIMEOUT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * Reads the tags that expired in the last `seconds`, or ever.
 * @param {import('postgres').Sql} sql
 * @returns {(seconds: number | null) => Promise<readonly {tag: string, version: number}[]>}
 */
export const tagReader = (sql) => (seconds) =>
  sql`
  select tag, version::float8 as version from cache_tag
  where ${seconds}::float8 is null or expired_at > now() - make_interval(secs => ${seconds}::float8)`;

/** What this process knows of table cache_tag: a version for each tag that ever expired, at most a second old. */
export class TagVersions {
  /** Never changed, only replaced: a request keeps the one it began with. */
  #versions = new Map();
  #readAt = Number.NEGATIVE_INFINITY;
  #triedAt = Number.NEGATIVE_INFINITY;
  #reading;
  #changedWithin;

  /** @param {ReturnType<typeof tagReader>} changedWithin */
  constructor(changedWithin) {
    this.#changedWithin = changedWithin;
  }

  /** The versions by tag, or null when they are not known: nothing may be served or kept then. */
  async current() {
    const now = performance.now();
    if (now - this.#triedAt >= FRESH_MS) {
      this.#triedAt = now;
      this.#reading = this.#read(now);
    }
    // A request that comes while the table is being read waits for that answer: the one before may be too old.
    await this.#reading;
    return performance.now() - this.#readAt < GRACE_MS ? this.#versions : null;
  }

  /** The next request reads the table again. */
  forget() {
    this.#triedAt = Number.NEGATIVE_INFINITY;
  }

  async #read(startedAt) {
    try {
      const first = this.#readAt === Number.NEGATIVE_INFINITY;
      const seconds = first ? null : (startedAt - this.#readAt) / 1000 + OVERLAP_SECONDS;
      const rows = await withTimeout(this.#changedWithin(seconds));
      // Higher only: an answer that was overtaken by the next one takes nothing back.
      const changed = rows.filter(({ tag, version }) => version > (this.#versions.get(tag) ?? 0));
      if (changed.length > 0) {
        this.#versions = new Map([...this.#versions, ...changed.map(({ tag, version }) => [tag, version])]);
      }
      this.#readAt = Math.max(this.#readAt, startedAt);
    } catch {
      // Health reports the database; here the last known versions hold for GRACE_MS.
    }
  }
}
