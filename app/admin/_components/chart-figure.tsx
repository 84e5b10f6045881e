import type { ReactNode } from 'react';

/** A chart with the sentence that says what it shows. */
export const ChartFigure = ({ about, children }: { about: string; children: ReactNode }) => (
  <figure className="p-4">
    <figcaption className="mb-3 text-muted-foreground text-sm">近 30 天，{about}</figcaption>
    {children}
  </figure>
);
