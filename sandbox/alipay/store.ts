import { join } from 'node:path';
import { openJournal } from '../journal';
import { type AlipayEvent, eventSchema } from './events';
import { applyEvent, emptyState, type State } from './state';

/** The state and the only way to change it: an event, written down before it counts. */
export interface Store {
  readonly state: State;
  record(event: AlipayEvent): void;
  close(): void;
}

export function openStore(dataDir: string): Store {
  const state = emptyState();
  const { events, journal } = openJournal(join(dataDir, 'alipay.jsonl'), eventSchema);
  for (const event of events) applyEvent(state, event);
  return {
    state,
    record(event) {
      journal.append(event);
      applyEvent(state, event);
    },
    close: () => journal.close(),
  };
}
