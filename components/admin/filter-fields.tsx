import type { ReactNode } from 'react';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';

// A label stands above each control, so that a filled one still says what it is. The keys bring a control back to
// what the address says after a navigation.

const CONTROL = 'sm:min-h-9 [&>select]:sm:min-h-9';

function Labelled({ label, className, children }: { label: string; className: string; children: ReactNode }) {
  return (
    <label className={`grid gap-1 ${className}`}>
      <span className="text-muted-foreground text-xs">{label}</span>
      {children}
    </label>
  );
}

interface FilterProps {
  name: string;
  label: string;
  /** What the address says; null or '' when it says nothing. */
  value: string | null;
}

interface FilterTextProps extends FilterProps {
  placeholder: string;
  /** For what is short. */
  narrow?: boolean;
}

export function FilterText({ name, label, value, placeholder, narrow = false }: FilterTextProps) {
  return (
    <Labelled label={label} className={narrow ? 'w-full sm:w-36' : 'w-full sm:w-64'}>
      <Input
        key={value}
        type="search"
        name={name}
        defaultValue={value ?? ''}
        maxLength={50}
        placeholder={placeholder}
        className={CONTROL}
      />
    </Labelled>
  );
}

export function FilterSelect({
  name,
  label,
  value,
  options,
}: FilterProps & { options: readonly { readonly value: string; readonly label: string }[] }) {
  return (
    <Labelled label={label} className="min-w-32 max-sm:flex-1">
      <Select name={name} defaultValue={value ?? ''} className={CONTROL}>
        <option value="">全部</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Labelled>
  );
}

/** A day in Asia/Shanghai. */
export function FilterDay({ name, label, value }: FilterProps) {
  return (
    <Labelled label={label} className="min-w-36 max-sm:flex-1">
      <Input key={value} type="date" name={name} defaultValue={value ?? ''} className={CONTROL} />
    </Labelled>
  );
}

/** Options of a select from a record of labels. */
export const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
