'use client';

import { Pause, Play } from 'lucide-react';
import { useActionState } from 'react';
import { ActionNotice } from '@/components/forms/action-notice';
import { ConfirmAction } from '@/components/forms/confirm-action';
import { SubmitButton } from '@/components/ui/submit-button';
import { type ActionState, IDLE } from '@/lib/action-state';
import { commandsOf } from '@/lib/domain/admin/campaign-command';
import type { CampaignStatus } from '@/lib/domain/campaign-state';
import { cancelCampaign, pauseCampaign, resumeCampaign, retryFailed } from '../actions';

interface CampaignCommandsProps {
  campaignId: number;
  status: CampaignStatus;
  /** Failed messages that may be sent again. */
  retryable: number;
}

/** What may be done to a campaign as it stands now. */
export function CampaignCommands({ campaignId, status, retryable }: CampaignCommandsProps) {
  const { canPause, canResume, canCancel, canRetry } = commandsOf(status, retryable);
  const fields = { campaignId };
  return (
    <div className="flex flex-wrap items-center gap-2 empty:hidden">
      {canPause && <OneClick action={pauseCampaign} fields={fields} icon={Pause} label="暂停" />}
      {canResume && <OneClick action={resumeCampaign} fields={fields} icon={Play} label="继续发送" />}
      {canRetry && (
        <ConfirmAction
          action={retryFailed}
          fields={fields}
          trigger={`重发失败的 ${retryable} 条`}
          title={`重发失败的 ${retryable} 条？`}
          consequence="只重发微信明确没有送到的；结果未知的可能已经收到，不会再发。"
          confirm="确认重发"
          tone="primary"
        />
      )}
      {canCancel && (
        <ConfirmAction
          action={cancelCampaign}
          fields={fields}
          trigger="取消群发"
          title="取消这次群发？"
          consequence="还没发出的都不再发送，不能恢复；已经发出的不能撤回。"
          confirm="确认取消"
        />
      )}
    </div>
  );
}

interface OneClickProps {
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  fields: Readonly<Record<string, number>>;
  icon: typeof Pause;
  label: string;
}

/** What can be undone needs no question. */
function OneClick({ action, fields, icon: Icon, label }: OneClickProps) {
  const [state, submit] = useActionState(action, IDLE);
  return (
    <form action={submit}>
      <ActionNotice state={state} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant="secondary" size="sm">
        <Icon aria-hidden className="size-4" />
        {label}
      </SubmitButton>
    </form>
  );
}
