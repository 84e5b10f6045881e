import { FormField } from '@/app/admin/_catalogue/edit-form';
import { Input } from '@/components/ui/input';
import { SLUG_PATTERN } from '@/lib/domain/catalogue-form';

/** What categories and sub-categories have. */
export function CategoryFields({ name, slug }: { name: string; slug: string }) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <FormField name="name" label="名称">
        <Input defaultValue={name} maxLength={20} required />
      </FormField>
      <FormField name="slug" label="网址" hint="出现在课程列表的地址里">
        <Input defaultValue={slug} maxLength={64} pattern={SLUG_PATTERN} spellCheck={false} required />
      </FormField>
    </div>
  );
}
