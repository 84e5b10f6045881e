import { EditForm, FormField } from '@/app/admin/_catalogue/edit-form';
import { ProductFields } from '@/app/admin/_catalogue/product-fields';
import { Panel } from '@/components/admin/panel';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { ActionState } from '@/lib/action-state';
import type { DegreeFields } from '@/lib/data/admin/catalogue-product';
import { yuanText } from '@/lib/domain/money';

type DegreeDraft = Omit<DegreeFields, 'version' | 'period' | 'totalScholarshipFen' | 'mentorCompensationBonusFen'> & {
  /** Null: not typed yet. */
  readonly period: number | null;
  readonly totalScholarshipFen: number;
  readonly mentorCompensationBonusFen: number;
};

interface DegreeFormProps {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  fields?: Readonly<Record<string, string | number>>;
  submit: string;
  degree: DegreeDraft;
}

/** Everything that a degree course is by itself; prices, teachers, modules and scholarships have pages of their own. */
export function DegreeForm({ action, fields, submit, degree }: DegreeFormProps) {
  return (
    <EditForm action={action} {...(fields && { fields })} submit={submit}>
      <Panel title="基本信息">
        <div className="grid gap-4">
          <ProductFields site="/degrees/" product={degree} />
        </div>
      </Panel>
      <Panel title="安排与奖励">
        <div className="grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-4">
          <FormField name="period" label="建议周期（天）">
            <Input defaultValue={degree.period ?? ''} inputMode="numeric" required />
          </FormField>
          <FormField name="totalScholarshipFen" label="奖学金总额（元）">
            <Input defaultValue={yuanText(degree.totalScholarshipFen)} inputMode="decimal" required />
          </FormField>
          <FormField name="mentorCompensationBonusFen" label="导师奖励（元）">
            <Input defaultValue={yuanText(degree.mentorCompensationBonusFen)} inputMode="decimal" required />
          </FormField>
          <FormField name="position" label="排序" hint="小的在前">
            <Input defaultValue={degree.position} inputMode="numeric" required />
          </FormField>
          <FormField name="prerequisite" label="先修要求" className="sm:col-span-2 xl:col-span-4">
            <Textarea defaultValue={degree.prerequisite} rows={3} required />
          </FormField>
        </div>
      </Panel>
    </EditForm>
  );
}
