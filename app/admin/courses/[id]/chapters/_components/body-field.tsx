'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { FormField } from '@/app/admin/_catalogue/edit-form';
import { useHydrated } from '@/components/forms/use-hydrated';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/textarea';

const Markdown = dynamic(() => import('@/components/learn/markdown/markdown').then((loaded) => loaded.Markdown));

/** The lesson in Markdown, and how students will see it. */
export function BodyField({ body }: { body: string }) {
  const [text, setText] = useState(body);
  const [isShown, setShown] = useState(false);
  const isHydrated = useHydrated();
  return (
    <div className="grid gap-3">
      <FormField name="body" label="正文" hint="Markdown 格式">
        <Textarea
          defaultValue={body}
          rows={24}
          required
          spellCheck={false}
          onChange={({ target }) => setText(target.value)}
          className="font-mono text-sm"
        />
      </FormField>
      {isHydrated && (
        <Button
          variant="secondary"
          size="sm"
          aria-expanded={isShown}
          onClick={() => setShown(!isShown)}
          className="justify-self-start"
        >
          {isShown ? '收起预览' : '预览正文'}
        </Button>
      )}
      {isShown && (
        <section aria-label="正文预览" className="max-w-3xl rounded-md border p-4">
          <Markdown source={text} />
        </section>
      )}
    </div>
  );
}
