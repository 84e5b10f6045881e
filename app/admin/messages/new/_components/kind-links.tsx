import Link from 'next/link';
import type { ComposeData } from '@/lib/data/admin/messages-compose';
import { type ComposeSearch, composePath } from '@/lib/domain/admin/message-search';

/** Plain text, or one of the official account's templates. Each has its own address; what was typed stays. */
export function KindLinks({ search, templates }: { search: ComposeSearch; templates: ComposeData['templates'] }) {
  const kinds = [{ id: null, title: '文字' }, ...templates];
  const isKnown = templates.some(({ id }) => id === search.template);
  return (
    <nav aria-label="消息类型" className="grid gap-2">
      <ul className="flex flex-wrap gap-2">
        {kinds.map(({ id, title }) => (
          <li key={id}>
            <Link
              href={composePath({ ...search, to: null, template: id })}
              scroll={false}
              prefetch={false}
              aria-current={id === (isKnown ? search.template : null) ? 'true' : undefined}
              className="inline-flex min-h-11 items-center rounded-md border border-input px-4 text-sm hover:bg-muted aria-[current=true]:border-primary-ink aria-[current=true]:bg-primary-soft aria-[current=true]:font-semibold aria-[current=true]:text-primary-ink"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
      {templates.length === 0 && (
        <p className="text-muted-foreground text-sm">
          服务号还没有消息模板；在微信公众平台选好模板后，这里会自动出现。
        </p>
      )}
    </nav>
  );
}
