import { z } from 'zod';

/** A value of a push's XML: text, fields below it, or a list of either. */
export type PushValue = string | PushFields | readonly PushValue[];

export interface PushFields {
  readonly [name: string]: PushValue;
}

const valueSchema: z.ZodType<PushValue> = z.lazy(() =>
  z.union([z.string(), z.array(valueSchema), z.record(z.string(), valueSchema)]),
);
export const pushFieldsSchema: z.ZodType<PushFields> = z.record(z.string(), valueSchema);

/** A ticket's token works once, and nowhere but here does anybody keep it: it is not kept here either. */
const TOKEN = /t_[A-Za-z0-9]{43}/g;
/** Of the links that a scanning phone answers with. */
const SECRET = /([?&]k=)[A-Za-z0-9]{43}\b/g;

/** What is kept of a push: everything but whom it is from, and tokens. */
export const keptFields = (fields: PushFields): PushFields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (name === 'FromUserName' ? [] : [[name, withoutTokens(value)]])),
  );

const withoutTokens = (value: PushValue): PushValue =>
  typeof value === 'string' ? value.replace(TOKEN, 't_…') : value;

/** An answer without what only its reader may know. */
export const withoutSecrets = (reply: string): string => reply.replace(SECRET, '$1…');
