import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { type ButtonLook, buttonLook } from './button-look';

export type ButtonProps = ComponentProps<'button'> &
  ButtonLook & {
    /** Gives the looks to the one child, a link for example. */
    asChild?: boolean;
  };

export function Button({ variant, size, asChild = false, className, type, ...props }: ButtonProps) {
  const Component = asChild ? Slot.Root : 'button';
  return (
    <Component
      {...(asChild ? {} : { type: type ?? 'button' })}
      className={buttonLook({ ...(variant && { variant }), ...(size && { size }), className })}
      {...props}
    />
  );
}
