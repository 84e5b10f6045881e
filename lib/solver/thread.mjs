// @ts-check
// The solver's thread: a file Node can start by itself, wherever it is started from.
import { register } from 'tsx/esm/api';

register();
await import('./answer-questions.ts');
