import { FormField } from '@/app/admin/_catalogue/edit-form';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { TEXT_LIMITS } from '@/lib/domain/catalogue-form';

interface ChapterFieldsProps {
  chapter: { readonly name: string; readonly summary: string; readonly publishedOn: string };
}

export function ChapterFields({ chapter }: ChapterFieldsProps) {
  return (
    <>
      <FormField name="name" label="章名">
        <Input defaultValue={chapter.name} maxLength={TEXT_LIMITS.name} required />
      </FormField>
      <FormField name="summary" label="本章简介">
        <Textarea defaultValue={chapter.summary} rows={3} required />
      </FormField>
      <FormField name="publishedOn" label="发布日期">
        <Input type="date" defaultValue={chapter.publishedOn} required />
      </FormField>
    </>
  );
}
