'use client';

import { type ReactNode, useActionState, useEffect, useRef, useState } from 'react';
import { Breakdown } from '@/components/settlement/breakdown';
import { Alert } from '@/components/ui/alert';
import { Card, CardTitle } from '@/components/ui/card';
import { Price } from '@/components/ui/price';
import { StickyTotalBar } from '@/components/ui/sticky-total-bar';
import { SubmitButton } from '@/components/ui/submit-button';
import { type ActionState, IDLE } from '@/lib/action-state';
import { formatYuan } from '@/lib/domain/money';
import { quoteDifferences } from '@/lib/domain/quote-version';
import type { Amounts } from '@/lib/domain/settlement';
import { submitOrder } from '../actions';
import { Differences } from './differences';

interface SubmitOrderProps {
  settlementId: number;
  /** The version of the quote that is shown. */
  version: string;
  quote: Amounts;
  /** What was chosen but does not count. */
  notes: readonly string[];
  /** A line must be dealt with first. */
  isBlocked: boolean;
  /** The explanation of the price. */
  children: ReactNode;
}

export function SubmitOrder({ settlementId, version, quote, notes, isBlocked, children }: SubmitOrderProps) {
  const [state, action] = useActionState(submitOrder, IDLE);
  const failure = useRef<HTMLDivElement>(null);
  const refused = useRefusal(state, version);
  const differences = refused && !isBlocked ? quoteDifferences(refused.seenVersion, version) : [];
  useEffect(() => {
    if (state.status === 'failed') failure.current?.scrollIntoView({ block: 'center' });
  }, [state]);

  const form = (
    <form action={action}>
      <input type="hidden" name="settlementId" value={settlementId} />
      <input type="hidden" name="seenVersion" value={version} />
      <SubmitButton size="lg" disabled={isBlocked} className="w-full">
        {differences.length > 0 ? '确认并提交订单' : '提交订单'}
      </SubmitButton>
    </form>
  );
  return (
    <aside aria-label="应付金额" className="grid min-w-0 gap-4 lg:sticky lg:top-24">
      {refused && (
        <div ref={failure} className="scroll-mt-24">
          <Differences differences={differences} message={refused.message} />
        </div>
      )}
      <Card id="breakdown" className="grid gap-4">
        <CardTitle className="mb-0">金额明细</CardTitle>
        <div aria-live="polite" className="grid gap-3">
          <Breakdown amounts={quote} />
          {notes.map((note) => (
            <Alert key={note} tone="warning" className="text-sm">
              {note}
            </Alert>
          ))}
        </div>
        <div className="hidden gap-2 lg:grid">
          {form}
          <p className="text-muted-foreground text-sm">
            {quote.cashFen > 0 ? '提交后请在 30 分钟内完成支付。' : '无需支付，提交后填写报名表即可开通。'}
          </p>
        </div>
        {children}
      </Card>
      <StickyTotalBar total={<Total quote={quote} />} action={form} />
    </aside>
  );
}

/** The refusal of the last submission, as long as the page shows the prices it came with; null when there is none. */
function useRefusal(state: ActionState, version: string) {
  const [answered, setAnswered] = useState({ state, version });
  if (answered.state !== state) setAnswered({ state, version });
  const isCurrent = answered.state !== state || answered.version === version;
  if (state.status !== 'failed' || !isCurrent) return null;
  return { message: state.message, seenVersion: state.values['seenVersion'] ?? '' };
}

function Total({ quote }: { quote: Amounts }) {
  const saved = quote.listFen - quote.cashFen;
  return (
    <>
      <p className="flex items-baseline gap-2">
        <span className="text-muted-foreground text-sm">应付</span>
        <Price fen={quote.cashFen} size="lg" className="text-primary-ink" />
      </p>
      {saved > 0 && (
        <a href="#breakdown" className="text-muted-foreground text-sm underline-offset-4 hover:underline">
          已优惠 {formatYuan(saved)} · 明细
        </a>
      )}
    </>
  );
}
