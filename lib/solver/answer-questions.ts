import { parentPort } from 'node:worker_threads';
import { bestCombination } from '@/lib/domain/best-combination';
import type { Answer, Question } from './solver-thread';

function answer({ id, input }: Question): Answer {
  try {
    return { id, best: bestCombination(input) };
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (question: Question) => parentPort?.postMessage(answer(question)));
