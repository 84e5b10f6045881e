import { EditForm, FormField } from '@/app/admin/_catalogue/edit-form';
import { Panel } from '@/components/admin/panel';
import { ConfirmAction } from '@/components/forms/confirm-action';
import { Textarea } from '@/components/ui/textarea';
import type { CaseDetail } from '@/lib/data/admin/reconciliation-cases';
import { LONGEST_CASE_NOTE } from '@/lib/domain/admin/case-command';
import { close, note, refund, settle } from '../../../actions';

/** What may be done about a difference; a remark always. */
export function CaseActions({ found }: { found: CaseDetail }) {
  const fields = { caseId: found.case.id };
  return (
    <div className="grid gap-4">
      {found.case.status === 'open' && (
        <Panel title="处理">
          <div className="grid gap-4">
            <ConfirmAction
              action={settle}
              fields={fields}
              trigger="查询并入账"
              title="向支付宝查询并入账？"
              consequence="以支付宝的回答为准：已付款的立刻入账，订单已不能支付的记为晚到的付款并自动退回；已退的款记为退款成功。"
              confirm="查询并入账"
              tone="primary"
            />
            {isRefundable(found) && <Refund fields={fields} />}
            <EditForm
              action={close}
              fields={fields}
              submit="了结"
              variant="secondary"
              summary="不用处理，写明原因后了结"
            >
              <Words label="原因" />
            </EditForm>
          </div>
        </Panel>
      )}
      <Panel title="备注">
        <EditForm action={note} fields={fields} submit="保存备注" variant="secondary">
          <Words label="备注" />
        </EditForm>
      </Panel>
    </div>
  );
}

/** Money that came to us, and that we have ourselves. */
const isRefundable = ({ case: row, payment }: CaseDetail): boolean =>
  row.refundId === null && (payment?.status === 'paid' || payment?.status === 'late');

function Refund({ fields }: { fields: Readonly<Record<string, number>> }) {
  return (
    <EditForm action={refund} fields={fields} submit="发起退款" variant="secondary" summary="退还这笔款项">
      <p className="text-muted-foreground text-sm">订单里还没有退的课程全部退款，学员会收到通知，课程随即收回。</p>
      <Words label="原因" />
    </EditForm>
  );
}

function Words({ label }: { label: string }) {
  return (
    <FormField name="note" label={label}>
      <Textarea rows={3} maxLength={LONGEST_CASE_NOTE} required />
    </FormField>
  );
}
