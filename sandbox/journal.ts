import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** An append-only log of events, one JSON object a line. Replaying it gives back the state after `kill -9`. */
export interface Journal<E> {
  append(event: E): void;
  close(): void;
}

class JournalError extends Error {
  override readonly name = 'JournalError';
}

/** Opens (or creates) the journal and returns what it holds; throws JournalError on a line that is broken inside it. */
export function openJournal<E>(file: string, schema: z.ZodType<E>): { events: E[]; journal: Journal<E> } {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const events = existsSync(file) ? replay(file, schema) : [];
  const fd = openSync(file, 'a', 0o600);
  const journal: Journal<E> = {
    append: (event) => appendFileSync(fd, `${JSON.stringify(event)}\n`),
    close: () => closeSync(fd),
  };
  return { events, journal };
}

function replay<E>(file: string, schema: z.ZodType<E>): E[] {
  const bytes = readFileSync(file);
  // A process killed while it wrote leaves a last line without its newline: that event never happened.
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) truncateSync(file, end);
  const lines = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
  return lines.map((line, index) => parseLine(line, schema, `${file}:${index + 1}`));
}

function parseLine<E>(line: string, schema: z.ZodType<E>, place: string): E {
  const parsed = schema.safeParse(parseJson(line));
  if (!parsed.success) throw new JournalError(`the journal is broken at ${place}; remove the file to start empty`);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
