// refused by typescript(no-explicit-any): any
export const parse = (value: any): string => String(value);
