import { FormField } from '@/app/admin/_catalogue/edit-form';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { SECTION_KIND_LABELS, SECTION_KINDS, type SectionKind } from '@/lib/domain/catalogue';
import { SLUG_PATTERN, TEXT_LIMITS } from '@/lib/domain/catalogue-form';
import { BodyField } from './body-field';

interface SectionFieldsProps {
  /** Where its page is on the site, up to the link. */
  site: string;
  section: {
    readonly name: string;
    readonly kind: SectionKind;
    readonly link: string;
    readonly body: string;
    readonly videoPath: string | null;
    /** Null: not typed yet. */
    readonly durationSeconds: number | null;
    readonly isFreeTrial: boolean;
    readonly publishedOn: string;
  };
}

export function SectionFields({ site, section }: SectionFieldsProps) {
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <FormField name="name" label="小节名" className="sm:col-span-2">
          <Input defaultValue={section.name} maxLength={TEXT_LIMITS.name} required />
        </FormField>
        <FormField name="link" label="链接名" hint={`${site}…`} className="sm:col-span-2 [&_p]:break-all">
          <Input defaultValue={section.link} maxLength={64} pattern={SLUG_PATTERN} spellCheck={false} required />
        </FormField>
        <FormField name="kind" label="类型">
          <Select defaultValue={section.kind} required>
            {SECTION_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {SECTION_KIND_LABELS[kind]}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField name="videoPath" label="视频" hint="只有视频小节填写：服务器 content/videos 里的文件名">
          <Input defaultValue={section.videoPath ?? ''} maxLength={100} spellCheck={false} />
        </FormField>
        <FormField name="durationSeconds" label="时长（秒）" hint="看完或读完要多久">
          <Input defaultValue={section.durationSeconds ?? ''} inputMode="numeric" required />
        </FormField>
        <FormField name="isFreeTrial" label="免费试学">
          <Select defaultValue={section.isFreeTrial ? 'yes' : 'no'} required>
            <option value="no">不开放</option>
            <option value="yes">免费试学</option>
          </Select>
        </FormField>
        <FormField name="publishedOn" label="发布日期">
          <Input type="date" defaultValue={section.publishedOn} required />
        </FormField>
      </div>
      <BodyField body={section.body} />
    </>
  );
}
