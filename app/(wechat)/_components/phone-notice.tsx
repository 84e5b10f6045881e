import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

const TONES = {
  success: 'bg-success-soft text-success-ink',
  warning: 'bg-primary-soft text-primary-ink',
  danger: 'bg-danger-soft text-danger-ink',
} as const;

interface PhoneNoticeProps {
  icon: LucideIcon;
  tone: keyof typeof TONES;
  title: string;
  children: ReactNode;
}

/** A page of the phone that says one thing. */
export function PhoneNotice({ icon: Icon, tone, title, children }: PhoneNoticeProps) {
  return (
    <div className="grid justify-items-center gap-4 py-10 text-center">
      <span className={`flex size-20 items-center justify-center rounded-full ${TONES[tone]}`}>
        <Icon aria-hidden className="size-10" />
      </span>
      <h1 className="font-bold text-2xl">{title}</h1>
      <div className="grid gap-4 text-muted-foreground">{children}</div>
    </div>
  );
}
