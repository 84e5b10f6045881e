import { Alert } from '@/components/ui/alert';
import { Table, TableCell, TableHead, TableRow } from '@/components/ui/table';
import type { QuoteDifference } from '@/lib/domain/quote-version';

interface DifferencesProps {
  /** Between what was submitted and what holds now. */
  differences: readonly QuoteDifference[];
  /** Why nothing was ordered, where there is no difference to show. */
  message: string;
}

/** Nothing was ordered: what is not as the student saw it, line by line, before → now. */
export function Differences({ differences, message }: DifferencesProps) {
  if (differences.length === 0) {
    return (
      <Alert role="alert" tone="danger" className="whitespace-pre-line">
        {message}
      </Alert>
    );
  }
  return (
    <Alert role="alert" tone="danger" title="价格或优惠发生了变化">
      <p className="text-sm">还没有下单，请核对后再次提交。</p>
      <Table aria-label="价格变化" className="mt-2 text-sm">
        <thead>
          <TableRow>
            <TableHead className="px-0 text-current">项目</TableHead>
            <TableHead className="px-2 text-right text-current">之前</TableHead>
            <TableHead className="px-0 text-right text-current">现在</TableHead>
          </TableRow>
        </thead>
        <tbody>
          {differences.map(({ what, before, now }) => (
            <TableRow key={what}>
              <TableHead scope="row" className="px-0 font-normal text-current">
                {what}
              </TableHead>
              <TableCell className="px-2 py-2 text-right tabular-nums">
                <del>{before}</del>
              </TableCell>
              <TableCell className="px-0 py-2 text-right font-semibold tabular-nums">{now}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Alert>
  );
}
