import { z } from 'zod';

/** A calendar day as something typed or sent is read: `YYYY-MM-DD`. */
export const daySchema = z.iso.date();
