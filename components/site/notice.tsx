import type { ReactNode } from 'react';

/** A whole page that says one thing: not found, something broke. */
export function Notice({ code, title, children }: { code?: string; title: string; children: ReactNode }) {
  return (
    <div className="container-page flex flex-col items-center gap-4 text-balance py-24 text-center">
      {code && <p className="font-bold text-6xl text-primary-ink tabular-nums">{code}</p>}
      <h1 className="font-bold text-2xl sm:text-3xl">{title}</h1>
      {children}
    </div>
  );
}
