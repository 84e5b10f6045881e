import { exportRecipients, type RecipientRow } from '@/lib/data/admin/messages-progress';
import { readRecipientSearch } from '@/lib/domain/admin/message-search';
import { pathId } from '@/lib/domain/admin/search-path';
import { MESSAGE_STATUS_LABELS } from '@/lib/domain/message';
import { reasonWords } from '@/lib/domain/message-reason';
import { shanghaiSecond } from '@/lib/domain/shanghai-day';
import { csvResponse } from '@/lib/files/csv-response';

const HEADER = ['用户名', '昵称', '状态', '说明', '改发模板', '尝试次数', '最近一次发送', '微信接收时间', '送达时间'];

const cellsOf = (row: RecipientRow) => [
  row.username,
  row.name,
  MESSAGE_STATUS_LABELS[row.status],
  row.reason && reasonWords(row.reason),
  row.fellBackAt ? '是' : '',
  row.attempts,
  row.sendingSince && shanghaiSecond(row.sendingSince),
  row.acceptedAt && shanghaiSecond(row.acceptedAt),
  row.deliveredAt && shanghaiSecond(row.deliveredAt),
];

/** The recipients that the page lists, all pages of them. The read itself asks for the administrator. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/admin/messages/[id]/download'>,
): Promise<Response> {
  const search = readRecipientSearch(Object.fromEntries(new URL(request.url).searchParams));
  const id = pathId((await params).id) ?? 0;
  return csvResponse(`群发${id}`, HEADER, cells(await exportRecipients(id, search)));
}

async function* cells(batches: AsyncIterable<readonly RecipientRow[]>) {
  for await (const rows of batches) yield rows.map(cellsOf);
}
