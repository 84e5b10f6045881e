import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BestCombination, CombinationInput } from '@/lib/domain/best-combination';

export interface Question {
  readonly id: number;
  readonly input: CombinationInput;
}

export type Answer = { readonly id: number } & ({ readonly best: BestCombination } | { readonly failure: string });

interface Asked {
  readonly resolve: (best: BestCombination) => void;
  readonly reject: (error: Error) => void;
}

/** Outside of Next's bundles: like the worker process, the thread reads the sources. */
const ENTRY = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/solver/thread.mjs');
const IDLE_MS = 30_000;

let thread: SolverThread | undefined;

/** Solves off this thread, one question after the other. Rejects when the thread dies; the next question starts another. */
export function solveInThread(input: CombinationInput): Promise<BestCombination> {
  if (!thread?.isAlive) thread = new SolverThread();
  return thread.ask(input);
}

/** Lives as long as it is asked something, and a while longer. */
class SolverThread {
  isAlive = true;
  private readonly worker = new Worker(/* turbopackIgnore: true */ ENTRY, { execArgv: [] });
  private readonly asked = new Map<number, Asked>();
  private readonly idle = setTimeout(() => this.retire(), IDLE_MS).unref();
  private count = 0;

  constructor() {
    this.worker.on('message', (answer: Answer) => this.settle(answer));
    this.worker.on('error', (error) => this.end(error));
    this.worker.on('exit', (code) => this.end(new Error(`the solver's thread ended with ${code}`)));
  }

  ask(input: CombinationInput): Promise<BestCombination> {
    const question: Question = { id: ++this.count, input };
    return new Promise((resolve, reject) => {
      this.asked.set(question.id, { resolve, reject });
      // A process that waits for nothing else waits for the answer, but not for an idle thread.
      this.worker.ref();
      this.worker.postMessage(question);
    });
  }

  private settle(answer: Answer): void {
    const asked = this.asked.get(answer.id);
    this.asked.delete(answer.id);
    if (this.asked.size === 0) this.worker.unref();
    this.idle.refresh();
    if ('best' in answer) asked?.resolve(answer.best);
    else asked?.reject(new Error(answer.failure));
  }

  private retire(): void {
    if (this.asked.size > 0) {
      this.idle.refresh();
      return;
    }
    this.isAlive = false;
    void this.worker.terminate();
  }

  private end(error: Error): void {
    this.isAlive = false;
    clearTimeout(this.idle);
    for (const { reject } of this.asked.values()) reject(error);
    this.asked.clear();
  }
}
