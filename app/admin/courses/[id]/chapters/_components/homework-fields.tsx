import { FormField } from '@/app/admin/_catalogue/edit-form';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { TEXT_LIMITS } from '@/lib/domain/catalogue-form';
import { yuanText } from '@/lib/domain/money';

interface HomeworkFieldsProps {
  homework: {
    readonly title: string;
    readonly requirement: string;
    readonly threshold: string;
    /** Null: not typed yet. */
    readonly recommendedPeriod: number | null;
    readonly scholarshipFen: number;
    readonly isEnabled: boolean;
  };
}

export function HomeworkFields({ homework }: HomeworkFieldsProps) {
  return (
    <>
      <FormField name="title" label="作业名">
        <Input defaultValue={homework.title} maxLength={TEXT_LIMITS.name} required />
      </FormField>
      <FormField name="requirement" label="作业要求">
        <Textarea defaultValue={homework.requirement} rows={6} required />
      </FormField>
      <FormField name="threshold" label="通过标准">
        <Textarea defaultValue={homework.threshold} rows={3} required />
      </FormField>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <FormField name="recommendedPeriod" label="建议天数">
          <Input defaultValue={homework.recommendedPeriod ?? ''} inputMode="numeric" required />
        </FormField>
        <FormField name="scholarshipFen" label="奖学金（元）">
          <Input defaultValue={yuanText(homework.scholarshipFen)} inputMode="decimal" required />
        </FormField>
        <FormField name="isEnabled" label="状态" hint="停用后，课程页与学习页不再显示">
          <Select defaultValue={homework.isEnabled ? 'yes' : 'no'} required>
            <option value="yes">启用</option>
            <option value="no">停用</option>
          </Select>
        </FormField>
      </div>
    </>
  );
}
