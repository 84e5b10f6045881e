import { z } from 'zod';

/** Whole 贝里 as something typed or sent is read. */
export const beliSchema = z.int().min(0).brand<'Beli'>();
