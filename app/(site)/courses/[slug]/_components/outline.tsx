interface OutlineProps {
  parts: readonly { readonly title: string; readonly content: string }[];
}

export function Outline({ parts }: OutlineProps) {
  return (
    <ol className="grid gap-px overflow-hidden rounded-lg border bg-border shadow-card">
      {parts.map(({ title, content }, index) => (
        <li key={title} className="flex gap-4 bg-card p-4 sm:px-6">
          <span aria-hidden className="font-bold text-primary-ink text-xl tabular-nums">
            {String(index + 1).padStart(2, '0')}
          </span>
          <div>
            <h3 className="font-semibold">{title}</h3>
            <p className="text-muted-foreground">{content}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
