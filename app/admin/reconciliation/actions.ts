'use server';

import { refresh } from 'next/cache';
import { adminAction } from '@/lib/action';
import {
  caseCloseSchema,
  caseCommandSchema,
  caseNoteSchema,
  caseRefundSchema,
  dayCommandSchema,
} from '@/lib/domain/admin/case-command';
import type { Result } from '@/lib/errors';
import { closeCase } from '@/lib/services/reconciliation/close-case';
import { noteCase } from '@/lib/services/reconciliation/note-case';
import { refundCase } from '@/lib/services/reconciliation/refund-case';
import { settleCase } from '@/lib/services/reconciliation/settle-case';
import { startReconciliation } from '@/lib/services/reconciliation/start-reconciliation';

/** The page shows what has become of it, whether the change was ours or somebody else's. */
function shown<R extends Result<unknown>>(result: R): R {
  refresh();
  return result;
}

export const reconcile = adminAction(
  { schema: dayCommandSchema, message: '已开始核对，稍后刷新查看' },
  async (ctx, input) => shown(await startReconciliation(ctx, input)),
);

export const settle = adminAction({ schema: caseCommandSchema, message: '已入账' }, async (ctx, input) =>
  shown(await settleCase(ctx, input)),
);

export const refund = adminAction({ schema: caseRefundSchema, message: '已发起退款' }, async (ctx, input) =>
  shown(await refundCase(ctx, input)),
);

export const note = adminAction({ schema: caseNoteSchema, message: '备注已保存' }, async (ctx, input) =>
  shown(await noteCase(ctx, input)),
);

export const close = adminAction({ schema: caseCloseSchema, message: '差异已了结' }, async (ctx, input) =>
  shown(await closeCase(ctx, input)),
);
