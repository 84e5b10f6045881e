'use client';

import type { ComponentProps } from 'react';
import { cn } from './cn';
import { CONTROL } from './control';
import { useFieldControl } from './field-context';

export function Textarea({ className, defaultValue, rows = 4, ...props }: ComponentProps<'textarea'>) {
  const { control, typed } = useFieldControl();
  const initial = props.value === undefined ? { defaultValue: typed ?? defaultValue } : {};
  return <textarea {...control} {...initial} rows={rows} className={cn(CONTROL, 'py-2.5', className)} {...props} />;
}
