import { ChevronDown } from 'lucide-react';

interface FaqListProps {
  faqs: readonly { readonly question: string; readonly answer: string }[];
}

export function FaqList({ faqs }: FaqListProps) {
  return (
    <div className="divide-y rounded-lg border bg-card px-4 shadow-card sm:px-6">
      {faqs.map(({ question, answer }) => (
        <details key={question} className="group">
          <summary className="flex min-h-14 list-none items-center gap-4 py-3 font-medium">
            {question}
            <ChevronDown
              aria-hidden
              className="ml-auto size-5 shrink-0 text-muted-foreground transition-transform group-open:rotate-180"
            />
          </summary>
          <p className="whitespace-pre-line pb-4 text-muted-foreground">{answer}</p>
        </details>
      ))}
    </div>
  );
}
