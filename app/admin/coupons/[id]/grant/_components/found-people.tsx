'use client';

import { Button } from '@/components/ui/button';

export interface FoundPerson {
  readonly id: number;
  readonly username: string;
  readonly nickname: string;
}

interface FoundPeopleProps {
  people: { readonly total: number; readonly rows: readonly FoundPerson[] } | null;
  /** What the list names already, in small letters. */
  listed: ReadonlySet<string>;
  onAdd: (username: string) => void;
}

/** Who fits the search, each to be put on the list. */
export function FoundPeople({ people, listed, onAdd }: FoundPeopleProps) {
  if (people === null) return <p className="text-muted-foreground text-sm">查到的学员可以一个个加入名单。</p>;
  if (people.total === 0) return <p className="text-muted-foreground text-sm">没有符合条件的用户。</p>;
  return (
    <div className="grid gap-2">
      <ul className="divide-y text-sm" aria-label="查到的学员">
        {people.rows.map(({ id, username, nickname }) => {
          const isListed = listed.has(username.toLowerCase());
          return (
            <li key={id} className="flex min-h-11 items-center justify-between gap-3 py-1.5">
              <span className="min-w-0">
                <span className="block truncate">{nickname}</span>
                <span className="block truncate text-muted-foreground text-xs">{username}</span>
              </span>
              <Button
                variant="secondary"
                size="sm"
                disabled={isListed}
                onClick={() => onAdd(username)}
                aria-label={`${isListed ? '已在名单' : '加入'}：${username}`}
                className="shrink-0"
              >
                {isListed ? '已在名单' : '加入'}
              </Button>
            </li>
          );
        })}
      </ul>
      {people.total > people.rows.length && (
        <p className="text-muted-foreground text-sm">
          共 {people.total} 位，这里是前 {people.rows.length} 位；换个关键词可以缩小范围。
        </p>
      )}
    </div>
  );
}
