import { ConfirmAction } from '@/components/forms/confirm-action';
import { disable, enable, endSessions } from '../actions';

interface AccountActionsProps {
  accountId: number;
  username: string;
  isDisabled: boolean;
  /** One's own account cannot be closed. */
  isOwn: boolean;
}

export function AccountActions({ accountId, username, isDisabled, isOwn }: AccountActionsProps) {
  const fields = { accountId };
  const opening = {
    action: enable,
    trigger: '启用账号',
    title: `启用 ${username}？`,
    consequence: '启用后可以重新登录。以前的登录不会恢复。',
    confirm: '确认启用',
    tone: 'primary',
  } as const;
  const closing = {
    action: disable,
    trigger: '停用账号',
    title: `停用 ${username}？`,
    consequence: '所有设备上的登录立刻失效，不能再登录。订单、课程和贝里保留，以后可以重新启用。',
    confirm: '确认停用',
  } as const;
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmAction
        action={endSessions}
        fields={fields}
        trigger="结束登录"
        title={`结束 ${username} 的所有登录？`}
        consequence="所有设备都要重新登录，包括正在使用的。不能恢复。"
        confirm="确认结束"
      />
      {/* At one place in the tree, so that its answer outlives the change from one to the other. */}
      {!isOwn && <ConfirmAction fields={fields} {...(isDisabled ? opening : closing)} />}
    </div>
  );
}
