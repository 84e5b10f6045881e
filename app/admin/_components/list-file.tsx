'use client';

import { type ChangeEvent, useId, useState } from 'react';
import { useHydrated } from '@/components/forms/use-hydrated';
import { Label } from '@/components/ui/label';

const MOST_BYTES = 1_000_000;

/** Reads a list from a file of the browser's machine; nothing is sent until the list is. */
export function ListFile({ onRead }: { onRead: (text: string) => void }) {
  const id = useId();
  const isHydrated = useHydrated();
  const [problem, setProblem] = useState<string | null>(null);
  if (!isHydrated) return null;
  async function read({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    if (!file) return;
    const text = file.size > MOST_BYTES ? null : await file.text();
    // Excel's older CSV is not UTF-8: its names would be garbled without a word.
    const found =
      text === null ? '文件太大，最多 1 MB' : text.includes('\ufffd') ? '请把文件另存为 UTF-8 编码的 CSV' : null;
    setProblem(found);
    if (found === null && text !== null) onRead(text);
    target.value = '';
  }
  return (
    <div className="grid gap-2">
      <Label htmlFor={id}>或从文件读取（CSV 或文本，UTF-8）</Label>
      <input
        id={id}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        onChange={(event) => void read(event)}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        className="min-h-11 text-sm file:mr-3 file:min-h-9 file:cursor-pointer file:rounded-md file:border file:border-input file:bg-card file:px-3 file:font-medium file:text-card-foreground"
      />
      {problem !== null && (
        <p id={`${id}-problem`} role="alert" className="font-medium text-danger-ink text-sm">
          {problem}
        </p>
      )}
    </div>
  );
}
