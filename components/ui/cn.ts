import { type ClassValue, clsx } from 'clsx';
import { createTailwindMerge } from 'tailwind-merge';
import { CLASS_GROUPS } from './class-groups';

const merge = createTailwindMerge(() => CLASS_GROUPS);

/** Joins class names; of two that say different things about one property the later wins. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes));
