import { countOf, durationWords, type Progress, secondsLeft } from '@/lib/domain/admin/campaign-progress';
import { statusesOfTab } from '@/lib/domain/admin/message-search';

/** How a campaign stands, in a sentence. `scheduledAt`: in words. */
export function progressWords(progress: Progress, scheduledAt: string): string {
  const left = countOf(progress.counts, statusesOfTab('open'));
  switch (progress.status) {
    case 'scheduled':
      return `将在 ${scheduledAt} 开始发送（北京时间）。`;
    case 'running':
      return progress.isFilled ? sendingWords(progress, left) : '正在整理收件人，人数还会增加。';
    case 'paused':
      return left === 0 ? '已暂停。' : `已暂停，还有 ${left} 条没有发出。`;
    case 'cancelled':
      return left === 0 ? '已取消。' : `正在取消剩下的 ${left} 条。`;
    case 'finished':
      return '已全部处理完。';
  }
}

function sendingWords(progress: Progress, left: number): string {
  const seconds = secondsLeft(progress);
  return `正在发送，还剩 ${left} 条${seconds === null ? '' : `，${durationWords(seconds)}发完`}。状态会自动更新。`;
}
