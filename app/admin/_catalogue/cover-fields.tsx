'use client';

import { useState } from 'react';
import { Cover } from '@/components/course/cover';
import { Input } from '@/components/ui/input';
import { FormField } from './edit-form';

interface CoverFieldsProps {
  name: string;
  hue: number;
  glyph: string;
}

const hueOf = (text: string): number => (/^\d{1,3}$/.test(text) ? Number(text) % 360 : 0);

/** Covers are drawn: what they are drawn from, and the drawing while one types. */
export function CoverFields({ name, hue, glyph }: CoverFieldsProps) {
  const [drawn, setDrawn] = useState({ hue, glyph });
  return (
    <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_12rem]">
      <FormField name="coverGlyph" label="封面字符" hint="一两个字，或一个短符号">
        <Input
          defaultValue={glyph}
          maxLength={6}
          required
          onChange={({ target }) => setDrawn({ ...drawn, glyph: target.value })}
        />
      </FormField>
      <FormField name="coverHue" label="封面色相" hint="0–359，色轮上的角度">
        <Input
          defaultValue={hue}
          inputMode="numeric"
          required
          onChange={({ target }) => setDrawn({ ...drawn, hue: hueOf(target.value) })}
        />
      </FormField>
      <Cover name={name} hue={drawn.hue} glyph={drawn.glyph} className="rounded-md" showTitle={name !== ''} />
    </div>
  );
}
