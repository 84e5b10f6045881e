import { Search } from 'lucide-react';
import Link from 'next/link';
import { listsToSearch, sectionsNamed } from './jump-targets';

const LINK = 'flex min-h-11 items-center gap-3 rounded-md px-3 hover:bg-muted focus-visible:bg-muted sm:min-h-9';
const ICON = 'size-4.5 shrink-0 text-muted-foreground';

/** Where what was typed leads: sections of that name, then a search for it in each list. */
export function JumpList({ text, onLeave }: { text: string; onLeave: () => void }) {
  return (
    <ul className="-mx-1 h-80 overflow-y-auto px-1 text-sm">
      {sectionsNamed(text).map(({ href, label, group, icon: Icon }) => (
        <li key={href}>
          <Link href={href} prefetch={false} onClick={onLeave} className={LINK}>
            <Icon aria-hidden className={ICON} />
            {label}
            <span className="ml-auto text-muted-foreground text-xs">{group}</span>
          </Link>
        </li>
      ))}
      {listsToSearch(text).map(({ href, label }) => (
        <li key={href}>
          <Link href={href} prefetch={false} onClick={onLeave} className={LINK}>
            <Search aria-hidden className={ICON} />
            <span className="min-w-0 break-words">
              在{label}里找「{text.trim()}」
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
