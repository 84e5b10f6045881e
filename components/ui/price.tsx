import { formatYuan } from '@/lib/domain/money';
import { cn } from './cn';

const SIZES = { sm: 'text-sm', md: 'text-base', lg: 'text-2xl', xl: 'text-3xl' } as const;

interface PriceProps {
  /** What is to be paid, in fen. */
  fen: number;
  /** The list price, in fen: shown struck through when it is higher. */
  listFen?: number | undefined;
  size?: keyof typeof SIZES;
  className?: string;
}

export function Price({ fen, listFen, size = 'md', className }: PriceProps) {
  return (
    <span className={cn('inline-flex flex-wrap items-baseline gap-x-2 tabular-nums', className)}>
      <span className={cn('font-semibold', SIZES[size])}>{formatYuan(fen)}</span>
      {listFen !== undefined && listFen > fen && (
        <del className="text-muted-foreground text-sm">
          <span className="sr-only">原价 </span>
          {formatYuan(listFen)}
        </del>
      )}
    </span>
  );
}
