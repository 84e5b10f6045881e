import { z } from 'zod';
import { GRANT_PROBLEM_LABELS } from './grant-list';

/** Whom a pasted list of recipients would reach. */
export const listPreviewSchema = z.object({
  /** Who gets it. */
  count: z.int(),
  sample: z.array(z.object({ id: z.int(), nickname: z.string(), username: z.string() })),
  /** Known, but without a WeChat. */
  unbound: z.int(),
  /** Bound, but disabled, or they muted news. */
  unreachable: z.int(),
  /** Lines that name nobody, and the first of them. */
  unknown: z.int(),
  problems: z.array(
    z.object({ line: z.int(), text: z.string(), problem: z.enum(['too_long', 'unknown', 'ambiguous', 'repeated']) }),
  ),
});
export type ListPreview = z.infer<typeof listPreviewSchema>;

/** `第 3 行 nobody：没有这个账号`. */
export const problemWords = ({ line, text, problem }: ListPreview['problems'][number]): string =>
  `第 ${line} 行 ${text}：${GRANT_PROBLEM_LABELS[problem]}`;
