/** A map that throws on a missing key: in seed data that is always a typing mistake. */
export function lookup<V>(what: string, entries: Iterable<readonly [string, V]>): (key: string) => V {
  const map = new Map(entries);
  return (key) => {
    const value = map.get(key);
    if (value === undefined) throw new Error(`seed: unknown ${what} ${key}`);
    return value;
  };
}

export type IdOf = (key: string) => number;
