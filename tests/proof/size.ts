/** How much is tried: a little at every `npm test`, all of it by `npm run test:long`. */
const isLong = process.env.LUFFY_PROOF === 'long';

export const PROOF = isLong
  ? { isLong, modelRuns: 300, fuzzed: 10_000, timeoutMs: 60 * 60_000 }
  : { isLong, modelRuns: 25, fuzzed: 1_000, timeoutMs: 600_000 };

const seed = Number(process.env.LUFFY_PROOF_SEED);

/** A run that failed is made again with the seed and the path that it printed. */
export const REPLAY = {
  ...(Number.isSafeInteger(seed) && process.env.LUFFY_PROOF_SEED ? { seed } : {}),
  ...(process.env.LUFFY_PROOF_PATH ? { path: process.env.LUFFY_PROOF_PATH } : {}),
};
