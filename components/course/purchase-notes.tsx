import { Check } from 'lucide-react';

/** What comes with a purchase, below the buttons. */
export function PurchaseNotes({ extra }: { extra?: string | null }) {
  const notes = [
    '付款后填写报名表，课程立即开放',
    ...(extra ? [extra] : []),
    '重复购买自动顺延有效期',
    '支付宝付款，优惠券与贝里可叠加',
  ];
  return (
    <ul className="grid gap-1.5 border-t pt-4 text-muted-foreground text-sm">
      {notes.map((note) => (
        <li key={note} className="flex items-center gap-2">
          <Check aria-hidden className="size-4 shrink-0 text-success-ink" />
          {note}
        </li>
      ))}
    </ul>
  );
}
