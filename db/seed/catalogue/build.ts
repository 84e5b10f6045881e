import { fen } from '@/lib/domain/money';
import type { Clip } from './clips';
import type { FaqSeed, HomeworkSeed, PriceSeed, SectionSeed } from './types';

const MINUTE = 60;

/** A text lesson that takes about `minutes` to read. */
export const doc = (link: string, name: string, minutes: number): SectionSeed => ({
  link,
  name,
  kind: 'document',
  durationSeconds: minutes * MINUTE,
  videoPath: null,
  isFreeTrial: false,
});

export const exercise = (link: string, name: string, minutes: number): SectionSeed => ({
  ...doc(link, name, minutes),
  kind: 'exercise',
});

export const video = (link: string, name: string, clip: Clip): SectionSeed => ({
  link,
  name,
  kind: 'video',
  durationSeconds: clip.seconds,
  videoPath: clip.file,
  isFreeTrial: false,
});

export const trial = (section: SectionSeed): SectionSeed => ({ ...section, isFreeTrial: true });

/** [valid days, fen] pairs. */
export const prices = (...pairs: readonly (readonly [number, number])[]): PriceSeed[] =>
  pairs.map(([validDays, amount]) => ({ validDays, priceFen: fen(amount) }));

/** [question, answer] pairs. */
export const faqs = (...pairs: readonly (readonly [string, string])[]): FaqSeed[] =>
  pairs.map(([question, answer]) => ({ question, answer }));

/** [title, content] pairs. */
export const outline = (...pairs: readonly (readonly [string, string])[]): { title: string; content: string }[] =>
  pairs.map(([title, content]) => ({ title, content }));

/** `days` are recommended; what it earns back of the degree's scholarship is in fen, 0 outside degrees. */
export const homework = (
  title: string,
  days: number,
  requirement: string,
  threshold: string,
  scholarship = 0,
): HomeworkSeed => ({ title, days, requirement, threshold, scholarshipFen: fen(scholarship) });
