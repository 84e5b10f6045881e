import { type Column, DataTable } from '@/components/admin/data-table';
import { Panel, PanelEmpty } from '@/components/admin/panel';
import { Badge } from '@/components/ui/badge';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { listPrices, type PriceRow } from '@/lib/data/admin/catalogue-product';
import { formatValidDays, VALID_DAYS } from '@/lib/domain/catalogue';
import { yuanText } from '@/lib/domain/money';
import { addPrice, offerPrice } from './actions';
import { CommandButton } from './command-button';
import { EditForm, FormField } from './edit-form';
import { PriceForm } from './price-form';

/** The prices of a course or a degree: each period has one; a price is withdrawn, never deleted. */
export async function PricesPage({ productId }: { productId: number }) {
  const prices = await listPrices(productId);
  const free = VALID_DAYS.filter((days) => !prices.some(({ validDays }) => validDays === days));
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_20rem]">
      <Panel title="有效期与价格" flush>
        {prices.length === 0 ? (
          <PanelEmpty>还没有价格。没有价格就不能出售。</PanelEmpty>
        ) : (
          <DataTable label="有效期与价格" columns={columns(productId)} rows={prices} keyOf={({ id }) => id} />
        )}
        <p className="border-t px-4 py-3 text-muted-foreground text-sm">
          已下的订单保留下单时的价格；正在结算的学员会看到变化并重新确认。下架的价格不再出售，随时可以恢复。
        </p>
      </Panel>
      <Panel title="添加价格">
        {free.length === 0 ? (
          <p className="text-muted-foreground text-sm">每个有效期都已有价格。</p>
        ) : (
          <EditForm action={addPrice} fields={{ productId }} submit="添加价格" variant="secondary">
            <FormField name="validDays" label="有效期">
              <Select required>
                {free.map((days) => (
                  <option key={days} value={days}>
                    {formatValidDays(days)}
                  </option>
                ))}
              </Select>
            </FormField>
            <FormField name="price" label="价格（元）">
              <Input inputMode="decimal" placeholder="199.00" autoComplete="off" required />
            </FormField>
          </EditForm>
        )}
      </Panel>
    </div>
  );
}

const columns = (productId: number): readonly Column<PriceRow>[] => [
  {
    header: '有效期',
    cell: ({ validDays, withdrawnAt }) => (
      <span className="flex min-h-11 flex-wrap items-center gap-2 whitespace-nowrap sm:min-h-9">
        {formatValidDays(validDays)}
        {withdrawnAt && <Badge>已下架</Badge>}
      </span>
    ),
  },
  {
    header: '价格（元）',
    cell: ({ id, version, validDays, priceFen }) => (
      <PriceForm fields={{ productId, id, version }} period={formatValidDays(validDays)} yuan={yuanText(priceFen)} />
    ),
  },
  {
    header: '订单',
    cell: ({ orderCount }) => <span className="leading-9">{orderCount}</span>,
    numeric: true,
    from: 'sm',
  },
  {
    header: '出售',
    cell: ({ id, validDays, withdrawnAt }) => (
      <CommandButton
        action={offerPrice}
        fields={{ productId, id, offered: withdrawnAt ? 'yes' : 'no' }}
        variant={withdrawnAt ? 'secondary' : 'ghost'}
        size="sm"
        className="whitespace-nowrap px-3"
        aria-label={`${withdrawnAt ? '恢复' : '下架'} ${formatValidDays(validDays)}`}
      >
        {withdrawnAt ? '恢复' : '下架'}
      </CommandButton>
    ),
  },
];
