// refused by typescript(no-non-null-assertion): non-null
export const first = (values: readonly string[]): string => values[0]!;
