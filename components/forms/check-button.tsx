import { Check, Minus } from 'lucide-react';

interface CheckButtonProps {
  /** What is chosen by it, for those who do not see where it stands. */
  label: string;
  checked: boolean | 'mixed';
  disabled?: boolean;
}

/** A checkbox that sends its form when pressed: the server keeps the choice, and it works without JavaScript. */
export function CheckButton({ label, checked, disabled = false }: CheckButtonProps) {
  return (
    <button
      type="submit"
      role="checkbox"
      aria-checked={checked}
      aria-label={label}
      disabled={disabled}
      className="group flex size-11 items-center justify-center disabled:cursor-not-allowed"
    >
      <span className="flex size-5 items-center justify-center rounded-sm border-2 border-input bg-card transition-colors group-hover:border-foreground group-disabled:border-border group-disabled:bg-muted group-aria-[checked=false]:[&_svg]:hidden group-aria-[checked=mixed]:border-primary group-aria-[checked=mixed]:bg-primary group-aria-[checked=true]:border-primary group-aria-[checked=true]:bg-primary">
        {checked === 'mixed' ? (
          <Minus aria-hidden className="size-4 text-primary-foreground" strokeWidth={3} />
        ) : (
          <Check aria-hidden className="size-4 text-primary-foreground" strokeWidth={3} />
        )}
      </span>
    </button>
  );
}
