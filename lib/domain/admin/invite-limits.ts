/** The most 贝里 one side may get for one invitation: 1000 元. */
export const MOST_BELI = 10_000;
