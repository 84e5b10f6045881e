import type { AlipaySdk } from 'alipay-sdk';
import { z } from 'zod';
import type { Day } from '@/lib/domain/shanghai-day';
import { openBill } from './bill-file';
import { call } from './call';
import type { BillOutcome } from './gateway';

const METHOD = 'alipay.data.dataservice.bill.downloadurl.query';

const answerSchema = z.object({ bill_download_url: z.url({ protocol: /^https?$/ }) });

/** `isp.bill_not_exist` in today's answers, `BILL_NOT_EXIST` in those of old. */
const NOT_THERE = /bill_not_exist$/i;

/** The address is good for 30 seconds, so it is asked for and used at once. */
export async function fetchBill(sdk: AlipaySdk, day: Day, now: Date): Promise<BillOutcome> {
  const answer = await call(sdk, METHOD, { bill_type: 'trade', bill_date: day }, now);
  if (answer.kind === 'refused' && NOT_THERE.test(answer.subCode)) return { kind: 'not_exist' };
  const said = answerSchema.safeParse(answer.kind === 'success' ? answer.data : null);
  if (!said.success) return { kind: 'unknown', reason: 'Alipay named no address' };
  try {
    return { kind: 'found', bill: await openBill(said.data.bill_download_url) };
  } catch (error) {
    return { kind: 'unknown', reason: error instanceof Error ? error.message : 'the bill could not be fetched' };
  }
}
