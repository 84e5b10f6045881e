// refused by typescript(consistent-type-assertions): assertion
export const parse = (value: unknown): string => value as string;
