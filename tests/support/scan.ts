import type { Ctx } from '@/lib/services/ctx';
import { receiveScan, type ScanResult } from '@/lib/services/wechat/receive-scan';
import type { fakeWechat, WechatPerson } from './fake-wechat';

type Wechat = ReturnType<typeof fakeWechat>;

interface Scan {
  readonly state: string;
  readonly person: WechatPerson;
  /** Of the browser that came back; null: it has none. */
  readonly browserSecret?: string | null;
}

/** Goes to WeChat and back: silently, and once more when we know nothing of the person yet. */
export async function scanWith(ctx: Ctx, wechat: Wechat, scan: Scan): Promise<ScanResult> {
  const { state, person, browserSecret = null } = scan;
  const back = (to: string) => receiveScan(ctx, { state: to, code: wechat.consent(person), browserSecret });
  const first = await back(state);
  return first.ok && first.value.kind === 'ask' ? back(stateOfUrl(first.value.url)) : first;
}

/** The state in an OAuth address. */
export const stateOfUrl = (url: string): string => new URL(url).searchParams.get('state') ?? '';

/** The secret with which the phone that scanned answers. */
export function secretOf(scanned: ScanResult): { ticketId: number; confirm: string } {
  if (!scanned.ok) throw new Error(scanned.error.code);
  if (scanned.value.kind !== 'confirm') throw new Error(scanned.value.kind);
  const { ticketId, confirm } = scanned.value;
  return { ticketId, confirm };
}
