import { billSubject } from './bill-match';
import type { BillEntryKind } from './reconciliation-kinds';

/** One row of Alipay's trade bill (业务明细). */
export interface BillRow {
  readonly kind: BillEntryKind;
  readonly subject: string;
  readonly tradeNo: string;
  readonly outTradeNo: string;
  /** Of a refund; null where the bill has none. */
  readonly outRequestNo: string | null;
  /** Fen, signed: refunds are negative. */
  readonly amountFen: number;
  readonly finishedAt: Date | null;
  /** The row as it came, as JSON: column names and values. */
  readonly raw: string;
}

/** The file is no whole bill: nothing may be concluded from it. */
export class BillFormatError extends Error {
  override readonly name = 'BillFormatError';
}

const COLUMNS = {
  tradeNo: '支付宝交易号',
  outTradeNo: '商户订单号',
  kind: '业务类型',
  finishedAt: '完成时间',
  amount: '订单金额(元)',
  outRequestNo: '退款批次号/请求号',
} as const;
type Column = keyof typeof COLUMNS;

type Cells = readonly string[];
type Header = { readonly names: Cells; readonly at: Readonly<Record<Column, number>> };

/**
 * Reads the lines of a bill's detail file as they come; none is kept. Frame lines begin with `#`, columns are found by
 * their names, cells are padded with tabs. A bill that ends early, or counts other rows than it has, throws.
 */
export async function* readBill(lines: AsyncIterable<string>): AsyncGenerator<BillRow> {
  let header: Header | null = null;
  let isEnded = false;
  const counted = { payment: 0, refund: 0 };
  for await (const line of lines) {
    if (line.startsWith('#')) {
      if (line.includes('业务明细列表结束')) isEnded = true;
      else if (isEnded) checkTotals(line, counted);
    } else if (line.trim() !== '') {
      if (isEnded) throw new BillFormatError('rows after the end of the list');
      if (header) {
        const row = toRow(header, splitCells(line));
        counted[row.kind] += 1;
        yield row;
      } else header = readHeader(splitCells(line));
    }
  }
  if (!header) throw new BillFormatError('no header');
  if (!isEnded) throw new BillFormatError('the list does not end');
}

const TOTALS = { payment: /^#交易合计：(\d+)笔/, refund: /^#退款合计：(\d+)笔/ } as const;

function checkTotals(line: string, counted: Readonly<Record<BillEntryKind, number>>): void {
  for (const kind of ['payment', 'refund'] as const) {
    const said = TOTALS[kind].exec(line)?.[1];
    if (said !== undefined && Number(said) !== counted[kind]) {
      throw new BillFormatError(`${said} rows announced (${kind}), ${counted[kind]} found`);
    }
  }
}

/** Cells of one line; one that holds commas or quotes stands in quotes. */
function splitCells(line: string): string[] {
  // Each with the comma before it: a first cell that is empty would otherwise take the next one with it.
  const cells = `,${line}`.match(/,(?:[\t ]*"(?:[^"]|"")*"[\t ]*(?=,|$)|[^,]*)/g) ?? [];
  return cells.map((cell) => unquoted(cell.slice(1).trim()));
}

const unquoted = (cell: string): string =>
  /^"[^]*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"').trim() : cell;

/** Some bills write the unit in narrow brackets. */
const columnName = (cell: string): string => cell.replaceAll('（', '(').replaceAll('）', ')');

function readHeader(names: Cells): Header {
  const known = names.map(columnName);
  const indexOf = (column: Column): number => {
    const index = known.indexOf(COLUMNS[column]);
    if (index < 0) throw new BillFormatError(`no column ${COLUMNS[column]}`);
    return index;
  };
  return {
    names,
    at: {
      tradeNo: indexOf('tradeNo'),
      outTradeNo: indexOf('outTradeNo'),
      kind: indexOf('kind'),
      finishedAt: indexOf('finishedAt'),
      amount: indexOf('amount'),
      outRequestNo: indexOf('outRequestNo'),
    },
  };
}

function toRow({ names, at }: Header, cells: Cells): BillRow {
  const cell = (column: Column): string => cells[at[column]] ?? '';
  if (cells.length < names.length) throw new BillFormatError(`${cells.length} cells in a row of ${names.length}`);
  const amountFen = signedFen(cell('amount'));
  const [tradeNo, outTradeNo] = [cell('tradeNo'), cell('outTradeNo')];
  if (amountFen === null || tradeNo === '') throw new BillFormatError('a row without a usable amount or a number');
  const kind = kindOf(cell('kind'), amountFen);
  const outRequestNo = kind === 'refund' && cell('outRequestNo') !== '' ? cell('outRequestNo') : null;
  return {
    kind,
    subject: billSubject({ kind, outTradeNo, outRequestNo }),
    tradeNo,
    outTradeNo,
    outRequestNo,
    amountFen,
    finishedAt: beijingInstant(cell('finishedAt')),
    raw: JSON.stringify(Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))),
  };
}

/** A kind of business we do not know counts by the way its money went: it stays a difference until someone looks. */
function kindOf(name: string, amountFen: number): BillEntryKind {
  if (name === '交易') return 'payment';
  return name === '退款' || amountFen < 0 ? 'refund' : 'payment';
}

/** What a column of amounts holds: some 21 million yuan. */
const MOST_FEN = 2_147_483_647;

/** `-12.30` yuan as fen; null when it is no amount we can keep. No float on the way. */
function signedFen(text: string): number | null {
  const match = /^(-?)(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const amount = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  if (amount > MOST_FEN) return null;
  return match[1] === '-' && amount !== 0 ? -amount : amount;
}

/** `2026-01-02 03:04:05` on a clock in Beijing. */
function beijingInstant(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return null;
  const instant = new Date(`${text.replace(' ', 'T')}+08:00`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
