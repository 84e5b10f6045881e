import { cn } from '@/components/ui/cn';

interface ProgressBarProps {
  /** Of what, for screen readers. */
  label: string;
  /** 0–100 */
  percent: number;
  className?: string;
}

export function ProgressBar({ label, percent, className }: ProgressBarProps) {
  return (
    <div className={cn('flex items-center gap-3', className)}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="h-2 flex-1 overflow-hidden rounded-full bg-muted"
      >
        <div className="h-full rounded-full bg-primary" style={{ width: `${percent}%` }} />
      </div>
      <span aria-hidden className="shrink-0 text-muted-foreground text-sm tabular-nums">
        {percent}%
      </span>
    </div>
  );
}
