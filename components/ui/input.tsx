'use client';

import type { ComponentProps } from 'react';
import { cn } from './cn';
import { CONTROL } from './control';
import { useFieldControl } from './field-context';

export function Input({ className, defaultValue, ...props }: ComponentProps<'input'>) {
  const { control, typed } = useFieldControl();
  const initial = props.value === undefined ? { defaultValue: typed ?? defaultValue } : {};
  return <input {...control} {...initial} className={cn(CONTROL, className)} {...props} />;
}
