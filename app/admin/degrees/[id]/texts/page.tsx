import type { Metadata } from 'next';
import { EditForm, FormField } from '@/app/admin/_catalogue/edit-form';
import { RemoveEntry } from '@/app/admin/_catalogue/entry-commands';
import { FaqPanel } from '@/app/admin/_catalogue/faq-panel';
import { DegreeFrame } from '@/app/admin/_catalogue/product-frame';
import { Panel, PanelEmpty } from '@/components/admin/panel';
import { Input } from '@/components/ui/input';
import { listScholarships } from '@/lib/data/admin/catalogue-entries';
import { formatYuan, yuanText } from '@/lib/domain/money';
import { findDegree } from '../../_components/find-degree';
import { addScholarship, changeScholarship } from '../../actions';

export const metadata: Metadata = { title: '奖学金与问答' };

export default async function DegreeTextsPage({ params }: PageProps<'/admin/degrees/[id]/texts'>) {
  const product = await findDegree(params);
  return (
    <DegreeFrame product={product} tab="texts">
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Scholarships degreeId={product.id} />
        <FaqPanel productId={product.id} />
      </div>
    </DegreeFrame>
  );
}

async function Scholarships({ degreeId }: { degreeId: number }) {
  const scholarships = await listScholarships(degreeId);
  return (
    <Panel title="奖学金" flush>
      {scholarships.length === 0 ? (
        <PanelEmpty>还没有奖学金。</PanelEmpty>
      ) : (
        <ul className="divide-y">
          {scholarships.map(({ id, version, timePercent, valueFen }) => (
            <li key={id} className="flex items-start gap-2 px-4 py-1.5 text-sm">
              <div className="min-w-0 flex-1">
                <EditForm
                  action={changeScholarship}
                  fields={{ productId: degreeId, id, version }}
                  submit="保存"
                  variant="secondary"
                  summary={`用时不超过周期的 ${timePercent}%：${formatYuan(valueFen)}`}
                >
                  <ScholarshipFields timePercent={String(timePercent)} yuan={yuanText(valueFen)} />
                </EditForm>
              </div>
              <RemoveEntry
                list="scholarship"
                parent={degreeId}
                id={id}
                name={`用时 ${timePercent}% 的奖学金`}
                consequence="学位课的页面不再显示这一档奖学金。"
              />
            </li>
          ))}
        </ul>
      )}
      <div className="border-t p-4">
        <EditForm action={addScholarship} fields={{ productId: degreeId }} submit="添加奖学金" variant="secondary">
          <ScholarshipFields timePercent="" yuan="" />
        </EditForm>
      </div>
    </Panel>
  );
}

function ScholarshipFields({ timePercent, yuan }: { timePercent: string; yuan: string }) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <FormField name="timePercent" label="用时比例（%）" hint="在建议周期的这个比例内学完">
        <Input defaultValue={timePercent} inputMode="numeric" required />
      </FormField>
      <FormField name="valueFen" label="奖学金（元）">
        <Input defaultValue={yuan} inputMode="decimal" required />
      </FormField>
    </div>
  );
}
