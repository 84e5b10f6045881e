import { HandCoins } from 'lucide-react';
import { PageSection } from '@/components/course/page-section';
import { Card } from '@/components/ui/card';
import { Price } from '@/components/ui/price';
import { Table, TableCell, TableHead, TableRow } from '@/components/ui/table';
import type { DegreePageData } from '@/lib/data/catalogue-degree';
import { formatYuan } from '@/lib/domain/money';

/** What a student earns back for finishing early, in shares of the recommended days. */
export function Scholarships({ degree }: { degree: DegreePageData }) {
  if (degree.scholarships.length === 0) return null;
  return (
    <PageSection id="scholarships" title="奖学金" aside={`总额 ${formatYuan(degree.totalScholarshipFen)}`}>
      <Card className="grid gap-4">
        <p className="text-muted-foreground">
          从开学算起，在建议学习时间（{degree.period} 天）的一定比例内完成全部作业，就能拿回对应的奖学金。
        </p>
        <Table aria-label="奖学金标准">
          <thead>
            <TableRow>
              <TableHead>用时不超过</TableHead>
              <TableHead>折合天数</TableHead>
              <TableHead className="text-right">奖学金</TableHead>
            </TableRow>
          </thead>
          <tbody>
            {degree.scholarships.map(({ timePercent, valueFen }) => (
              <TableRow key={timePercent}>
                <TableCell>建议时间的 {timePercent}%</TableCell>
                <TableCell className="tabular-nums">{Math.floor((degree.period * timePercent) / 100)} 天</TableCell>
                <TableCell className="text-right">
                  <Price fen={valueFen} />
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
        {degree.mentorCompensationBonusFen > 0 && (
          <p className="flex items-start gap-3 rounded-md bg-primary-soft p-4 text-primary-ink">
            <HandCoins aria-hidden className="mt-0.5 size-5 shrink-0" />
            <span>
              每位学员配有 {formatYuan(degree.mentorCompensationBonusFen)} 导师奖金：你学得越扎实，导师得到的越多。
            </span>
          </p>
        )}
      </Card>
    </PageSection>
  );
}
