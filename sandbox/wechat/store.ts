import { join } from 'node:path';
import { openJournal } from '../journal';
import { applyEvent } from './apply-event';
import { eventSchema, type WechatEvent } from './events';
import { emptyState, type State } from './state';

type Listener = (event: WechatEvent) => void;

/** The state and the only way to change it: an event, written down before it counts. */
export interface Store {
  readonly state: State;
  record(event: WechatEvent): void;
  /** Hears of every event once it counts; the returned function ends that. */
  subscribe(listener: Listener): () => void;
  close(): void;
}

export function openStore(dataDir: string): Store {
  const state = emptyState();
  const { events, journal } = openJournal(join(dataDir, 'wechat.jsonl'), eventSchema);
  for (const event of events) applyEvent(state, event);
  const listeners = new Set<Listener>();
  return {
    state,
    record(event) {
      journal.append(event);
      applyEvent(state, event);
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => journal.close(),
  };
}
