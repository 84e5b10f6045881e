import type { ReactNode } from 'react';

export interface Fact {
  readonly label: string;
  /** Null: nothing to say, shown as a dash. */
  readonly value: ReactNode;
}

/** Names and values, one below the other. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-2 text-sm">
      {facts.map((fact) => (
        <div key={fact.label} className="grid grid-cols-[6rem_minmax(0,1fr)] gap-2">
          <dt className="text-muted-foreground">{fact.label}</dt>
          <dd className="break-words tabular-nums">{fact.value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  );
}
