import Link from 'next/link';
import type { BeliLine } from '@/lib/data/beli';
import { type BeliEntryKind, signedBeli } from '@/lib/domain/beli';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';

/** What an entry was, as its owner sees it. */
const WORDS = {
  grant: '学校发放',
  hold: '下单，先冻结',
  capture: '支付成功，用掉',
  release: '订单结束，解冻退回',
  refund: '退款退回',
} as const satisfies Record<BeliEntryKind, string>;

/** One entry: what it was, what it changed, and what was left after it. */
export function BeliItem({ line }: { line: BeliLine }) {
  const { kind, note, orderNo, delta, heldDelta, balanceAfter, heldAfter, createdAt } = line;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 px-4 py-3">
      <div className="grid min-w-0 gap-0.5">
        <p className="font-medium">{WORDS[kind]}</p>
        {note !== '' && <p className="break-words text-sm">{note}</p>}
        {orderNo !== null && (
          <Link
            href={`/orders/${orderNo}`}
            className="inline-flex min-h-11 items-center break-all text-link text-sm tabular-nums hover:underline sm:min-h-0"
          >
            订单 {orderNo}
          </Link>
        )}
        <time dateTime={createdAt.toISOString()} className="text-muted-foreground text-sm tabular-nums">
          {shanghaiMinute(createdAt)}
        </time>
      </div>
      <div className="ml-auto grid justify-items-end gap-0.5 tabular-nums">
        <p className={`font-semibold ${delta > 0 ? 'text-success-ink' : ''}`}>
          {delta === 0 ? heldWords(heldDelta) : signedBeli(delta)}
        </p>
        <p className="text-muted-foreground text-sm">
          余额 {balanceAfter}
          {heldAfter > 0 && `，其中冻结 ${heldAfter}`}
        </p>
      </div>
    </li>
  );
}

const heldWords = (heldDelta: number): string => (heldDelta > 0 ? `冻结 ${heldDelta}` : `解冻 ${-heldDelta}`);
