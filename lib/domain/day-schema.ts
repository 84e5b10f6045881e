import { z } from 'zod';

const FIRST = '2000-01-01';
const LAST = '2099-12-31';

/** A calendar day as something typed or sent is read: `YYYY-MM-DD`, of years that PostgreSQL and the shop know. */
export const daySchema = z.iso.date('请选择日期').refine((day) => FIRST <= day && day <= LAST, '请选择日期');
