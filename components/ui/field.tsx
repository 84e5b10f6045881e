'use client';

import { type ReactNode, useId } from 'react';
import type { ActionState } from '@/lib/action-state';
import { cn } from './cn';
import { FieldControlContext } from './field-context';
import { Label } from './label';

interface FieldProps {
  name: string;
  label: ReactNode;
  children: ReactNode;
  hint?: ReactNode;
  /** The state of the form's action: shows this field's error and keeps what was typed. */
  state?: ActionState;
  /** Set when the form can be sent without this field: says so beside the label. */
  optional?: boolean;
  className?: string;
}

/** Label, control, hint and error, wired together for people and for screen readers. */
export function Field({ name, label, children, hint, state, optional = false, className }: FieldProps) {
  const id = useId();
  const failed = state?.status === 'failed' ? state : undefined;
  const error = failed?.fieldErrors[name];
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const context = {
    id,
    name,
    describedBy: described || undefined,
    invalid: error !== undefined,
    typed: failed?.values[name],
  };
  return (
    <FieldControlContext.Provider value={context}>
      <div className={cn('grid gap-2', className)}>
        <Label htmlFor={id}>
          {label}
          {optional && <span className="font-normal text-muted-foreground text-sm">（选填）</span>}
        </Label>
        {children}
        {hint && (
          <p id={`${id}-hint`} className="text-muted-foreground text-sm">
            {hint}
          </p>
        )}
        {error && (
          <p id={`${id}-error`} className="font-medium text-danger-ink text-sm">
            {error}
          </p>
        )}
      </div>
    </FieldControlContext.Provider>
  );
}
