/** The looks every text control shares. */
export const CONTROL = [
  'w-full min-h-11 rounded-md border border-input bg-card px-3 text-card-foreground',
  'placeholder:text-muted-foreground aria-invalid:border-danger-ink',
  'disabled:cursor-not-allowed disabled:bg-muted disabled:text-muted-foreground',
].join(' ');
