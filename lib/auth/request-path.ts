/** The header in which the proxy tells layouts and guards the path and query that were asked for. */
export const PATH_HEADER = 'x-luffy-path';
