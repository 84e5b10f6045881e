import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CourseSeed } from './catalogue/types';

const FOLDER = path.join(import.meta.dirname, 'lessons');
const MARK = /^<!-- ([a-z0-9-]+) -->$/m;

/** The Markdown bodies of a course's sections by link. A section without a body, or a body without one, is a bug. */
export function readLessons(course: CourseSeed): ReadonlyMap<string, string> {
  // Splitting on a pattern with one group gives: text before, name, text, name, text …
  const [, ...parts] = readFileSync(path.join(FOLDER, `${course.slug}.md`), 'utf8').split(MARK);
  const bodies = new Map<string, string>();
  for (let index = 0; index < parts.length; index += 2) {
    bodies.set(parts[index] ?? '', (parts[index + 1] ?? '').trim());
  }
  const links = course.chapters.flatMap((chapter) => chapter.sections.map((section) => section.link));
  const astray = [
    ...links.filter((link) => !bodies.has(link)),
    ...[...bodies.keys()].filter((name) => !links.includes(name)),
  ];
  if (astray.length > 0) throw new Error(`lessons/${course.slug}.md and its sections differ: ${astray.join(', ')}`);
  return bodies;
}
