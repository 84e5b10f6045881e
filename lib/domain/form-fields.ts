import { z } from 'zod';

/** What someone reads whose form was not sent by our page. */
export const MALFORMED = '请求有误，请刷新页面后重试';

/** The id of a row in a hidden field. */
export const idField = z
  .string(MALFORMED)
  .regex(/^[1-9]\d{0,14}$/, MALFORMED)
  .transform(Number);

/** A yes or no in a hidden field. */
export const flagField = z.enum(['0', '1'], MALFORMED).transform((flag) => flag === '1');
