import { useMemo, useState } from 'react';
import type { ComposeData, Recipient } from '@/lib/data/admin/messages-compose';

export interface Picked {
  readonly to: 'picked' | 'list' | 'matching';
  readonly list: readonly Recipient[];
  readonly has: (id: number) => boolean;
  readonly choose: (to: Picked['to']) => void;
  /** Picks all of them, or drops them. Picking someone means that only the picked get it. */
  readonly set: (people: readonly Recipient[], isPicked: boolean) => void;
}

const readTo = (to: string | undefined): Picked['to'] => (to === 'matching' || to === 'list' ? to : 'picked');

/** Who has been picked by hand. It outlives the page of the list on which they stood. */
export function usePicked({ first, recipients }: ComposeData, values: Readonly<Record<string, string>>): Picked {
  const [to, choose] = useState<Picked['to']>(() => readTo(values.to));
  const [people, setPeople] = useState<ReadonlyMap<number, Recipient>>(() => {
    // What a form had picked that was sent without JavaScript and refused.
    const again = recipients.rows.filter(({ id }) => values[`to.${id}`] !== undefined);
    return new Map([...(first ? [first] : []), ...again].map((person) => [person.id, person]));
  });
  const list = useMemo(() => [...people.values()], [people]);
  return {
    to,
    choose,
    list,
    has: (id) => people.has(id),
    set: (changed, isPicked) => {
      const next = new Map(people);
      for (const person of changed) {
        if (isPicked) next.set(person.id, person);
        else next.delete(person.id);
      }
      setPeople(next);
      if (isPicked) choose('picked');
    },
  };
}
