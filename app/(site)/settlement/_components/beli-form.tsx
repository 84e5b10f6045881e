'use client';

import { useId, useState } from 'react';
import { CommandForm } from '@/components/forms/command-form';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { SubmitButton } from '@/components/ui/submit-button';
import { type Beli, beliToFen, formatYuan } from '@/lib/domain/money';

interface BeliFormProps {
  /** What counts, what was asked for, what this settlement can take, what there is. */
  used: Beli;
  wanted: Beli;
  most: Beli;
  available: Beli;
}

export function BeliForm({ used, wanted, most, available }: BeliFormProps) {
  const id = useId();
  const text = useSynced(String(used), `${wanted}/${used}`);
  if (available === 0) return <p className="text-muted-foreground">暂时没有可用的贝里（10 贝里抵 ¥1.00）。</p>;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-end gap-3">
        <CommandForm fields={{ intent: 'beli' }} className="flex items-end gap-3">
          <div className="grid gap-2">
            <Label htmlFor={id}>使用数量</Label>
            <Input
              id={id}
              name="beli"
              inputMode="numeric"
              pattern="[0-9]*"
              autoComplete="off"
              maxLength={9}
              value={text.value}
              onChange={(event) => text.set(event.currentTarget.value)}
              aria-describedby={`${id}-hint`}
              className="w-24 tabular-nums sm:w-32"
            />
          </div>
          <SubmitButton variant="secondary" className="px-4">
            使用
          </SubmitButton>
        </CommandForm>
        <CommandForm fields={{ intent: 'beli', beli: used > 0 && used === most ? 0 : most }}>
          <SubmitButton variant="ghost" className="px-3" disabled={most === 0}>
            {used > 0 && used === most ? '不使用' : '全部使用'}
          </SubmitButton>
        </CommandForm>
      </div>
      <p id={`${id}-hint`} className="text-muted-foreground text-sm">
        可用 {available} 贝里，本单最多用 {most} 个，抵 {formatYuan(beliToFen(most))}（10 贝里抵 ¥1.00）
      </p>
    </div>
  );
}

/** A text that people edit and that follows the server whenever its answer, named by `version`, is a new one. */
function useSynced(fromServer: string, version: string) {
  const [state, setState] = useState({ value: fromServer, version });
  const current = state.version === version ? state : { value: fromServer, version };
  return { value: current.value, set: (value: string) => setState({ value, version }) };
}
