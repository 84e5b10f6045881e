// refused by eslint(no-restricted-globals): lib/domain is pure
export const read = (url: string): Promise<Response> => fetch(url);
