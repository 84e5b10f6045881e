// For the server's rules and the browser's hints alike. Lengths count characters.

export const CREDENTIAL_LIMITS = { username: { min: 3, max: 20 }, password: { min: 8, max: 72 } } as const;
export const PROFILE_LIMITS = { nickname: 20, bio: 200, email: 254 } as const;

/** A code that lets its reader set a new password. */
export const RESET_CODE_MINUTES = 10;
export const RESET_CODE_MISSES = 5;
/** Sent to one account: a phone is not to be rung all day by somebody else. */
export const RESET_CODES_A_QUARTER = 3;
/** Nor are six digits to be guessed at all day: with five guesses a code, 30 in a million. */
export const RESET_CODES_A_DAY = 6;
