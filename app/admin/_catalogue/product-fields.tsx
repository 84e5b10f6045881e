import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { SLUG_PATTERN, TEXT_LIMITS } from '@/lib/domain/catalogue-form';
import { CoverFields } from './cover-fields';
import { FormField } from './edit-form';

interface ProductFieldsProps {
  /** Where its page is on the site, up to the slug. */
  site: '/courses/' | '/degrees/';
  product: {
    readonly name: string;
    readonly slug: string;
    readonly brief: string;
    readonly coverHue: number;
    readonly coverGlyph: string;
  };
}

/** What every product has. */
export function ProductFields({ site, product }: ProductFieldsProps) {
  return (
    <>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <FormField name="name" label="名称">
          <Input defaultValue={product.name} maxLength={TEXT_LIMITS.name} required />
        </FormField>
        <FormField name="slug" label="网址" hint={`${site}…；改了以后，旧网址不再有效`}>
          <Input defaultValue={product.slug} maxLength={64} pattern={SLUG_PATTERN} spellCheck={false} required />
        </FormField>
      </div>
      <FormField name="brief" label="简介" hint={`列表和页首都会出现，最多 ${TEXT_LIMITS.brief} 个字`}>
        <Textarea defaultValue={product.brief} rows={3} required />
      </FormField>
      <CoverFields name={product.name} hue={product.coverHue} glyph={product.coverGlyph} />
    </>
  );
}
