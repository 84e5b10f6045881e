import { EditForm, FormField } from '@/app/admin/_catalogue/edit-form';
import { Input } from '@/components/ui/input';
import { COUPON_LIMITS } from '@/lib/domain/coupon-terms';
import { generateCodes } from '../../../actions';

interface CodeFormsProps {
  id: number;
  /** One key for each form. */
  single: string;
  shared: string;
}

/** Many codes that work once each, or one that many people share. */
export function CodeForms({ id, single, shared }: CodeFormsProps) {
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <section className="grid content-start gap-3">
        <h3 className="font-medium">一人一码</h3>
        <EditForm
          action={generateCodes}
          fields={{ id, batchId: single, mode: 'single' }}
          submit="生成"
          variant="secondary"
        >
          <FormField name="count" label="数量" hint={`一次最多 ${COUPON_LIMITS.codes} 个，每个用一次`}>
            <Input inputMode="numeric" autoComplete="off" defaultValue="10" maxLength={4} required />
          </FormField>
        </EditForm>
      </section>
      <section className="grid content-start gap-3">
        <h3 className="font-medium">大家共用一个</h3>
        <EditForm
          action={generateCodes}
          fields={{ id, batchId: shared, mode: 'shared' }}
          submit="生成共用码"
          variant="secondary"
        >
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <FormField name="word" label="兑换码" optional hint="4–32 位字母或数字；不填就随机">
              <Input autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={32} />
            </FormField>
            <FormField name="maxUses" label="可用次数" hint="所有人加起来">
              <Input inputMode="numeric" autoComplete="off" defaultValue="100" maxLength={7} required />
            </FormField>
          </div>
        </EditForm>
      </section>
    </div>
  );
}
