import { LogoMark } from '@/components/site/logo';

export interface PreviewLine {
  readonly label: string;
  readonly value: string;
}

interface PhoneCardProps {
  /** Plain words, or a template's title with its lines. */
  message:
    | { readonly kind: 'text'; readonly text: string }
    | {
        readonly kind: 'template';
        readonly title: string;
        readonly lines: readonly PreviewLine[];
        /** Whether a tap leads somewhere. */
        readonly isLink: boolean;
      };
  caption?: string;
}

/** The message as the official account's chat shows it on a phone. */
export function PhoneCard({ message, caption = '手机上的样子' }: PhoneCardProps) {
  return (
    <figure aria-label={caption} className="mx-auto grid w-full max-w-80 gap-2">
      <div className="overflow-hidden rounded-[1.75rem] border-2 border-input bg-muted">
        <p className="border-b bg-card py-2.5 text-center font-medium text-sm">路飞学城</p>
        <div className="min-h-72 p-3">
          {message.kind === 'text' ? <Bubble text={message.text} /> : <Card {...message} />}
        </div>
      </div>
      <figcaption className="text-center text-muted-foreground text-xs">{caption}</figcaption>
    </figure>
  );
}

function Bubble({ text }: { text: string }) {
  return (
    <div className="flex items-start gap-2">
      <LogoMark className="size-9 shrink-0 rounded-md" />
      <p className="min-h-9 min-w-0 whitespace-pre-wrap break-words rounded-md bg-card px-3 py-2 text-card-foreground text-sm">
        {text.trim() === '' ? <span className="text-muted-foreground">内容会显示在这里</span> : text}
      </p>
    </div>
  );
}

function Card({ title, lines, isLink }: Extract<PhoneCardProps['message'], { kind: 'template' }>) {
  return (
    <div className="rounded-lg bg-card text-card-foreground text-sm">
      <p className="px-4 pt-4 font-medium">{title}</p>
      <dl className="grid gap-1.5 px-4 py-3">
        {lines.map(({ label, value }) => (
          <div key={label} className="grid grid-cols-[5rem_minmax(0,1fr)] gap-2">
            <dt className="text-muted-foreground">{label}</dt>
            <dd className="break-words">{value.trim() === '' ? '…' : value}</dd>
          </div>
        ))}
      </dl>
      {isLink && (
        <p className="flex justify-between border-t px-4 py-2.5 text-muted-foreground">
          查看详情 <span aria-hidden>›</span>
        </p>
      )}
    </div>
  );
}
