import { ConfirmAction } from '@/components/forms/confirm-action';
import type { ProductHead } from '@/lib/data/admin/catalogue-product';
import type { ProductStatus } from '@/lib/domain/catalogue';
import { changeStatus } from './actions';
import { CommandButton } from './command-button';

/** What one may do next with a product's status. Taking it off what is sold is asked about first. */
export function StatusCommands({ product: { id, name, status } }: { product: ProductHead }) {
  const fields = (to: ProductStatus) => ({ id, status: to, seen: status });
  return (
    <>
      {status !== 'offline' && (
        <ConfirmAction
          action={changeStatus}
          fields={fields('offline')}
          trigger="下线"
          title={`下线「${name}」？`}
          consequence="网站上不再出售，购物车和结算里的会失效；已经购买的学员在有效期内继续学习。之后可以重新上线。"
          confirm="确认下线"
        />
      )}
      {status === 'offline' && (
        <CommandButton action={changeStatus} fields={fields('upcoming')} variant="secondary" size="sm">
          设为即将上线
        </CommandButton>
      )}
      {status !== 'online' && (
        <CommandButton action={changeStatus} fields={fields('online')} size="sm">
          上线
        </CommandButton>
      )}
    </>
  );
}
