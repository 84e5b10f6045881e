import { formatYuan } from '@/lib/domain/money';

/** `¥12.00`, `-¥12.00`; a dash where there is none. */
export const signedYuan = (fen: number | null): string => (fen === null ? '—' : formatYuan(fen));
