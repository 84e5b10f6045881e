'use client';

import { type ReactNode, startTransition, useActionState, useOptimistic } from 'react';
import { ActionNotice } from '@/components/forms/action-notice';
import { CommandsProvider } from '@/components/forms/command-form';
import { IDLE } from '@/lib/action-state';
import type { OpenSettlementPage } from '@/lib/data/settlement';
import { quoteVersion } from '@/lib/domain/quote-version';
import { quoteOf } from '@/lib/domain/settlement-facts';
import { type Preview, previewCommand, readPreview } from '@/lib/domain/settlement-preview';
import { viewSettlement } from '@/lib/domain/settlement-view';
import { changeOpenSettlement } from '../actions';
import { BestNotice } from './best-notice';
import { ExplainPrice } from './explain-price';
import { SettlementChoices } from './settlement-choices';
import { SubmitOrder } from './submit-order';

interface SettlementDeskProps {
  settlement: OpenSettlementPage;
  /** What to show when no line is left. */
  children: ReactNode;
}

/** The settlement as it will be once the server has answered: priced here by the same pipeline, corrected by its answer. */
export function SettlementDesk({ settlement, children }: SettlementDeskProps) {
  const { settlementId, policies, today, best } = settlement;
  const [state, action, isPending] = useActionState(changeOpenSettlement, IDLE);
  const [facts, preview] = useOptimistic(settlement.facts, (shown, command: Preview) =>
    previewCommand({ facts: shown, policies, best }, command),
  );
  const submit = (form: FormData) => {
    const command = readPreview(form);
    startTransition(() => {
      if (command) preview(command);
      action(form);
    });
  };
  const view = viewSettlement(facts, policies, today);
  const { quote, lines, notes } = view;
  const compared = { facts: settlement.facts, quote: quoteOf(settlement.facts, today), best };
  return (
    <CommandsProvider action={action} submit={submit} fields={{ settlementId }}>
      <ActionNotice state={state} />
      {lines.length === 0 ? (
        children
      ) : (
        <div aria-busy={isPending} className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="grid min-w-0 gap-6">
            <BestNotice {...compared} isPending={isPending} />
            <SettlementChoices facts={facts} view={view} />
          </div>
          <SubmitOrder
            settlementId={settlementId}
            version={quoteVersion(facts, quote)}
            quote={quote}
            notes={notes}
            isBlocked={lines.some((line) => line.problem !== null)}
          >
            <ExplainPrice facts={facts} quote={quote} compared={compared} />
          </SubmitOrder>
        </div>
      )}
    </CommandsProvider>
  );
}
