import { hash, verify } from '@node-rs/argon2';

// argon2id with OWASP's least parameters: 19 MiB, two passes, one lane.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Of no account: verified against when the user is unknown, so that both answers take the same time.
let dummy: Promise<string> | undefined;

export const hashPassword = (plain: string): Promise<string> => hash(plain, PARAMETERS);

export const verifyPassword = (hashed: string, plain: string): Promise<boolean> => verify(hashed, plain);

/** Spends the time of a real check and says no. */
export async function verifyNobody(plain: string): Promise<false> {
  dummy ??= hashPassword('nobody');
  await verify(await dummy, plain);
  return false;
}
