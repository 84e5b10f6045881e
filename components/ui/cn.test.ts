import { readdirSync, readFileSync } from 'node:fs';
import { extendTailwindMerge } from 'tailwind-merge';
import { describe, expect, it } from 'vitest';
import { cn } from './cn';

/** All that there are, and the shop's own shadow. */
const twMerge = extendTailwindMerge({ extend: { theme: { shadow: ['card'] } } });

const sourcesOf = (...roots: string[]) =>
  roots.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.test)\.tsx?$/.test(name) && !name.endsWith('class-groups.ts'))
      .map((name) => `${root}/${name}`),
  );

/** Words in quotes that the whole of tailwind-merge takes for classes, without the prefixes of their variants. */
function classesOfTheShop(): string[] {
  const words = new Set<string>();
  for (const file of sourcesOf('app', 'components')) {
    for (const [, , text = ''] of readFileSync(file, 'utf8').matchAll(/(["'`])((?:(?!\1)[^\\\n])*)\1/g)) {
      for (const word of text.split(/\s+/)) words.add(word.replace(/^(?:[^[\]:]*(?:\[[^\]]*\])?[^[\]:]*:)+/, ''));
    }
  }
  const known = [...words].filter((word) => /^[^"'$]+$/.test(word) && twMerge(`${word} ${word}`) === word);
  const shapeOf = (word: string) => word.replace(/\d+(?:\.\d+)?/g, '0');
  // Of those that differ in their number only, the first and the last.
  const [first, last] = [new Map<string, string>(), new Map<string, string>()];
  for (const word of known) {
    if (!first.has(shapeOf(word))) first.set(shapeOf(word), word);
    last.set(shapeOf(word), word);
  }
  return [...new Set([...first.values(), ...last.values()])];
}

describe('cn', () => {
  it('lets the later of two classes win', () => {
    expect(cn('px-4 text-sm', false, ['text-muted-foreground', { 'px-2': true }])).toBe(
      'text-sm text-muted-foreground px-2',
    );
    expect(cn('hover:bg-muted sm:p-4', 'sm:p-0')).toBe('hover:bg-muted sm:p-0');
  });

  it('says of any two classes of the shop what tailwind-merge says of all that there are', () => {
    const classes = classesOfTheShop();
    expect(classes.length).toBeGreaterThan(300);
    const wrong: string[] = [];
    for (const first of classes) {
      for (const second of classes) {
        if (first === second) continue;
        const both = `${first} ${second}`;
        if (cn(both) !== twMerge(both)) wrong.push(`${both}: ${cn(both)} instead of ${twMerge(both)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
