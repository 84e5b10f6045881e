import { z } from 'zod';
import { MUTABLE_TOPICS } from './message-topic';

/** A checkbox a topic: absent when it is not ticked. */
export const topicsFormSchema = z
  .partialRecord(z.enum(MUTABLE_TOPICS), z.literal('on'))
  .transform((ticked) => ({ muted: MUTABLE_TOPICS.filter((topic) => ticked[topic] === undefined) }));

export type MutableTopic = (typeof MUTABLE_TOPICS)[number];
