import type { InviteFunnel } from '@/lib/data/admin/invites';
import { percentText } from '@/lib/domain/admin/overview';

const STEPS = [
  ['scans', '扫码'],
  ['follows', '扫码关注'],
  ['accounts', '新账号'],
  ['paid', '付款'],
  ['rewarded', '已发奖励'],
] as const satisfies readonly (readonly [keyof InviteFunnel, string])[];

/** The steps from a scanned code to a reward, each with its share of the step before that has the same people. */
export function Funnel({ funnel }: { funnel: InviteFunnel }) {
  const most = Math.max(1, ...STEPS.map(([step]) => funnel[step]));
  return (
    <ol className="grid gap-3">
      {STEPS.map(([step, label]) => (
        <li key={step} className="grid gap-1">
          <div className="flex justify-between gap-3 text-sm">
            <span>{label}</span>
            <span className="tabular-nums">
              <span className="font-semibold">{funnel[step]}</span>
              <span className="ml-2 text-muted-foreground">{rateOf(step, funnel)}</span>
            </span>
          </div>
          <div aria-hidden className="h-2 overflow-hidden rounded-full bg-muted">
            <div className="h-full rounded-full bg-primary" style={{ width: `${(funnel[step] / most) * 100}%` }} />
          </div>
        </li>
      ))}
    </ol>
  );
}

const PREVIOUS = { follows: 'scans', paid: 'accounts', rewarded: 'paid' } as const;

/** Accounts come by links too, so they are no share of those who followed. */
function rateOf(step: keyof InviteFunnel, funnel: InviteFunnel): string {
  if (step === 'scans' || step === 'accounts') return '';
  const whole = funnel[PREVIOUS[step]];
  return percentText(whole === 0 ? null : Math.round((funnel[step] / whole) * 1000) / 10);
}
