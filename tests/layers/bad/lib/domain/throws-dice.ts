// refused by eslint(no-restricted-properties): randomness is passed in
export const dice = (): number => Math.random();
