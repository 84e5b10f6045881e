import { createHash } from 'node:crypto';

interface Timer {
  readonly at: number;
  readonly task: () => void;
}

/** For tests: a clock that moves only when told, and randomness that repeats. */
export class FakeClock {
  time: number;
  #timers: Timer[] = [];
  #drawn = 0;

  constructor(start: number) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  schedule(delayMs: number, task: () => void): () => void {
    const timer = { at: this.time + delayMs, task };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  randomBytes(size: number): Buffer {
    this.#drawn += 1;
    return createHash('shake256', { outputLength: size }).update(String(this.#drawn)).digest();
  }

  /** Lets `ms` pass, running what falls due in order. */
  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    await settle();
    for (let next = this.#takeDue(end); next !== undefined; next = this.#takeDue(end)) {
      this.time = Math.max(this.time, next.at);
      next.task();
      await settle();
    }
    this.time = end;
  }

  #takeDue(end: number): Timer | undefined {
    const next = this.#timers.filter((timer) => timer.at <= end).toSorted((a, b) => a.at - b.at)[0];
    this.#timers = this.#timers.filter((timer) => timer !== next);
    return next;
  }
}

/** Lets promises and response bodies that are ready run to their end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
