import { cn } from './cn';

const VARIANTS = {
  primary: 'bg-primary text-primary-foreground hover:bg-primary-hover',
  secondary: 'border border-input bg-card text-foreground hover:bg-muted',
  ghost: 'text-foreground hover:bg-muted',
  danger: 'bg-danger text-danger-foreground hover:bg-danger-hover',
  link: 'text-link underline-offset-4 hover:underline',
} as const;

const SIZES = {
  sm: 'min-h-11 px-4 text-sm sm:min-h-9 sm:px-3',
  md: 'min-h-11 px-5',
  lg: 'min-h-12 px-7 text-lg',
  icon: 'size-11 shrink-0',
} as const;

export interface ButtonLook {
  variant?: keyof typeof VARIANTS;
  size?: keyof typeof SIZES;
  className?: string | undefined;
}

/** The classes of a button, for what is one by its looks. */
export const buttonLook = ({ variant = 'primary', size = 'md', className }: ButtonLook = {}): string =>
  cn(
    'inline-flex select-none items-center justify-center gap-2 rounded-md font-medium transition-colors',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
    '[&_svg]:shrink-0',
    VARIANTS[variant],
    SIZES[size],
    variant === 'link' && 'px-0 sm:px-0',
    className,
  );
