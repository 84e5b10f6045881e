/** What an event refers to; the journal never speaks of what it did not create. */
export function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the journal speaks of ${String(key)}, which it never created`);
  return value;
}
