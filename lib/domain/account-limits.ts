// For the server's rules and the browser's hints alike. Lengths count characters.

export const CREDENTIAL_LIMITS = { username: { min: 3, max: 20 }, password: { min: 8, max: 72 } } as const;
export const PROFILE_LIMITS = { nickname: 20, bio: 200, email: 254 } as const;

/** A code that lets its reader set a new password. */
export const RESET_CODE_MINUTES = 10;
export const RESET_CODE_MISSES = 5;
