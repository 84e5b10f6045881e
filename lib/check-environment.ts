import { EnvError, env } from './env';

/** Ends the process on a bad variable. Next alone would log it and answer every request with 500. */
export function checkEnvironment(): void {
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
