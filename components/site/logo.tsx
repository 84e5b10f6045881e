import { cn } from '@/components/ui/cn';

/** The school's mark: a straw hat seen from the side. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true" className={cn('size-9 shrink-0', className)}>
      <rect width="40" height="40" rx="10" fill="#14213d" />
      <path d="M11.5 23.5c0-7 3.6-11.5 8.5-11.5s8.5 4.5 8.5 11.5z" fill="#f5a623" />
      <path d="M11.6 20.6h16.8c.1 1 .1 1.9.1 2.9h-17c0-1 0-1.9.1-2.9z" fill="#d64531" />
      <path d="M5 25.2c0-1.2 4.5-2.2 6.5-2.2h17c2 0 6.5 1 6.5 2.2 0 1.8-6.5 3.3-15 3.3S5 27 5 25.2z" fill="#f5a623" />
    </svg>
  );
}
