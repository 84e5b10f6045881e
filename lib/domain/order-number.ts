/** The day in Shanghai and twelve digits: what comes in an address and looks otherwise names no order. */
export const isOrderNumber = (text: string): boolean => /^\d{20}$/.test(text);
