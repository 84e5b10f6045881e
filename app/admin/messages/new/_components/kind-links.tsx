import Link, { type LinkProps } from 'next/link';
import type { ComposeData } from '@/lib/data/admin/messages-compose';
import { type ComposeSearch, composePath } from '@/lib/domain/admin/message-search';

interface ChoicesProps {
  search: ComposeSearch;
  templates: ComposeData['templates'];
}

/** Plain text, or one of the official account's templates. Each has its own address; what was typed stays. */
export function KindLinks({ search, templates }: ChoicesProps) {
  const isKnown = templates.some(({ id }) => id === search.template);
  const kinds = [{ id: null, title: '文字', channel: 'template' }, ...templates];
  return (
    <nav aria-label="消息类型" className="grid gap-2">
      <ul className="flex flex-wrap gap-2">
        {kinds.map(({ id, title, channel }) => (
          <Choice
            key={id}
            href={composePath({ ...search, to: null, template: id })}
            isCurrent={id === (isKnown ? search.template : null)}
          >
            {channel === 'subscribe' ? `${title}（订阅）` : title}
          </Choice>
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

/** What goes instead of a text to those who have not written for 48 hours. */
export function FallbackLinks({ search, templates }: ChoicesProps) {
  const able = templates.filter(({ channel }) => channel === 'template');
  if (able.length === 0) return null;
  const isKnown = able.some(({ id }) => id === search.fallback);
  return (
    <nav aria-label="超过 48 小时的人" className="grid gap-2">
      <p className="font-medium text-sm">超过 48 小时的人</p>
      <ul className="flex flex-wrap gap-2">
        {[{ id: null, title: '不发' }, ...able].map(({ id, title }) => (
          <Choice
            key={id}
            href={composePath({ ...search, to: null, fallback: id })}
            isCurrent={id === (isKnown ? search.fallback : null)}
          >
            {id === null ? title : `改发${title}`}
          </Choice>
        ))}
      </ul>
    </nav>
  );
}

function Choice<T>({
  href,
  isCurrent,
  children,
}: {
  href: LinkProps<T>['href'];
  isCurrent: boolean;
  children: string;
}) {
  return (
    <li>
      <Link
        href={href}
        scroll={false}
        prefetch={false}
        aria-current={isCurrent ? 'true' : undefined}
        className="inline-flex min-h-11 items-center rounded-md border border-input px-4 text-sm hover:bg-muted aria-[current=true]:border-primary-ink aria-[current=true]:bg-primary-soft aria-[current=true]:font-semibold aria-[current=true]:text-primary-ink"
      >
        {children}
      </Link>
    </li>
  );
}
