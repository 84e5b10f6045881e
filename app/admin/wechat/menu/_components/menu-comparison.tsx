import type { MenuButton } from '@/lib/domain/wechat/menu';
import { type ComparedLine, compareLines, menuLines } from '@/lib/domain/wechat/menu-lines';

const MARKS = {
  same: { sign: '', said: '', style: '' },
  removed: { sign: '−', said: '没有了：', style: 'bg-danger-soft text-danger-ink' },
  added: { sign: '+', said: '新的：', style: 'bg-success-soft text-success-ink' },
} as const satisfies Record<ComparedLine['kind'], object>;

/** What followers would see differently, button by button. */
export function MenuComparison({ before, after }: Record<'before' | 'after', readonly MenuButton[]>) {
  return (
    <ul className="grid gap-0.5 text-sm">
      {compareLines(menuLines(before), menuLines(after)).map(({ kind, text }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines of a comparison may be alike, and none is ever moved
        <li key={index} className={`grid grid-cols-[1rem_minmax(0,1fr)] rounded-md px-2 py-0.5 ${MARKS[kind].style}`}>
          <span aria-hidden>{MARKS[kind].sign}</span>
          <span className="break-words">
            <span className="sr-only">{MARKS[kind].said}</span>
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
