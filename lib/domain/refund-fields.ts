// Without a schema library: browsers load this file.

export const LONGEST_REFUND_REASON = 200;

/** The name of a line's checkbox. A form carries each name once, so every line has its own. */
export const lineField = (lineId: number): string => `line-${lineId}`;
