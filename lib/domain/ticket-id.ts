/** The number of a ticket in an address; null: none. */
export const ticketIdOf = (text: string): number | null => (/^\d{1,15}$/.test(text) ? Number(text) : null);
