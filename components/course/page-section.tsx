import type { ReactNode } from 'react';

interface PageSectionProps {
  id: string;
  title: string;
  children: ReactNode;
  aside?: ReactNode;
}

/** A part of a course's or a degree's page that the page's own navigation leads to. */
export function PageSection({ id, title, aside, children }: PageSectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`${id}-title`} className="font-bold text-xl">
          {title}
        </h2>
        {aside && <p className="text-muted-foreground text-sm">{aside}</p>}
      </div>
      {children}
    </section>
  );
}

/** Links to the sections below, on one line that scrolls inside itself on a phone. */
export function SectionNav({ sections }: { sections: readonly { readonly id: string; readonly title: string }[] }) {
  return (
    <nav aria-label="本页内容" className="overflow-x-auto border-b">
      <ul className="flex gap-1">
        {sections.map(({ id, title }) => (
          <li key={id} className="shrink-0">
            <a
              href={`#${id}`}
              className="inline-flex min-h-11 items-center border-transparent border-b-2 px-3 text-muted-foreground hover:border-primary hover:text-foreground"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
