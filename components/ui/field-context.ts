'use client';

import { createContext, useContext } from 'react';

/** What a Field tells the control inside it. */
export interface FieldContext {
  readonly id: string;
  readonly name: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  /** What was typed before the action refused it. */
  readonly typed: string | undefined;
}

export const FieldControlContext = createContext<FieldContext | null>(null);

/** The attributes a control takes from the Field around it; a control on its own takes none. */
export function useFieldControl() {
  const field = useContext(FieldControlContext);
  if (!field) return { control: {}, typed: undefined };
  return {
    control: {
      id: field.id,
      name: field.name,
      'aria-describedby': field.describedBy,
      'aria-invalid': field.invalid || undefined,
    },
    typed: field.typed,
  };
}
