'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Panel } from '@/components/admin/panel';
import { Alert } from '@/components/ui/alert';
import { countOf, type Progress } from '@/lib/domain/admin/campaign-progress';
import { type RecipientSearch, statusesOfTab } from '@/lib/domain/admin/message-search';
import { CampaignStatusBadge } from '../../_components/campaign-status';
import { StatusBar } from '../../_components/status-bar';
import { CampaignCommands } from './campaign-commands';
import { progressWords } from './progress-words';
import { RecipientLog } from './recipient-log';
import { useProgress } from './use-progress';

interface LiveProgressProps {
  campaignId: number;
  search: RecipientSearch;
  /** In words. */
  scheduledAt: string;
  /** As the server read it for this page. */
  initial: Progress;
}

/** What has become of a campaign's messages, recipient by recipient, as it happens. */
export function LiveProgress({ campaignId, search, scheduledAt, initial }: LiveProgressProps) {
  const { data, isError } = useProgress(campaignId, search, initial);
  const { progress } = data;
  const router = useRouter();
  // What the page says beside it, when it began and ended, is the server's.
  useEffect(() => {
    if (progress.status !== initial.status) router.refresh();
  }, [progress.status, initial.status, router]);
  return (
    <div className="grid min-w-0 gap-6">
      <Panel
        title={
          <span className="flex items-center gap-2">
            进度 <CampaignStatusBadge status={progress.status} />
          </span>
        }
        aside={
          <span className="text-muted-foreground text-sm tabular-nums">
            {countOf(progress.counts, statusesOfTab('all'))} 人
          </span>
        }
      >
        <div className="grid gap-3">
          <StatusBar counts={progress.counts} />
          <p role="status" className="text-sm tabular-nums">
            {progressWords(progress, scheduledAt)}
          </p>
          {isError && <Alert tone="warning">暂时问不到最新的状态，正在重试。</Alert>}
          <CampaignCommands campaignId={campaignId} status={progress.status} retryable={progress.retryable} />
        </div>
      </Panel>
      <RecipientLog campaignId={campaignId} search={search} progress={progress} />
    </div>
  );
}
