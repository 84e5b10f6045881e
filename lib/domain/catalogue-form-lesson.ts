import { z } from 'zod';
import { SECTION_KINDS, type SectionKind } from './catalogue';
import {
  dayField,
  fileField,
  idField,
  lineField,
  slugField,
  TEXT_LIMITS,
  textField,
  versionField,
  wholeField,
  yesNoField,
  yuanField,
} from './catalogue-form';

const edited = { id: idField, version: versionField };

const chapterFields = {
  productId: idField,
  name: lineField('章名', TEXT_LIMITS.name),
  summary: textField('本章简介', TEXT_LIMITS.brief),
  publishedOn: dayField('发布日期'),
};

export const newChapterSchema = z.object(chapterFields);
export const chapterSchema = z.object({ ...chapterFields, ...edited });
export type NewChapterInput = z.output<typeof newChapterSchema>;
export type ChapterInput = z.output<typeof chapterSchema>;

/** Below a course, in one of its chapters. */
const place = { productId: idField, chapterId: idField };

const LONGEST_SECONDS = 6 * 60 * 60;

const sectionFields = {
  ...place,
  name: lineField('小节名', TEXT_LIMITS.name),
  kind: z.enum(SECTION_KINDS, '请选择类型'),
  link: slugField('链接名'),
  body: textField('正文', TEXT_LIMITS.body),
  videoPath: fileField('视频'),
  durationSeconds: wholeField('时长', 0, LONGEST_SECONDS),
  isFreeTrial: yesNoField,
  publishedOn: dayField('发布日期'),
};

interface Film {
  readonly kind: SectionKind;
  readonly videoPath: string | null;
}

// A video section has a video, and nothing else may.
const hasItsVideo = ({ kind, videoPath }: Film): boolean => kind !== 'video' || videoPath !== null;
const hasNoOther = ({ kind, videoPath }: Film): boolean => kind === 'video' || videoPath === null;
const VIDEO_RULES = {
  missing: { path: ['videoPath'], error: '视频小节要填写视频文件' },
  unexpected: { path: ['videoPath'], error: '只有视频小节有视频，请改类型或清空这里' },
};

export const newSectionSchema = z
  .object(sectionFields)
  .refine(hasItsVideo, VIDEO_RULES.missing)
  .refine(hasNoOther, VIDEO_RULES.unexpected);
export const sectionSchema = z
  .object({ ...sectionFields, ...edited })
  .refine(hasItsVideo, VIDEO_RULES.missing)
  .refine(hasNoOther, VIDEO_RULES.unexpected);
export type NewSectionInput = z.output<typeof newSectionSchema>;
export type SectionInput = z.output<typeof sectionSchema>;

const homeworkFields = {
  ...place,
  title: lineField('作业名', TEXT_LIMITS.name),
  requirement: textField('作业要求'),
  threshold: textField('通过标准', TEXT_LIMITS.brief),
  recommendedPeriod: wholeField('建议天数', 1, 365),
  scholarshipFen: yuanField('奖学金'),
  isEnabled: yesNoField,
};

export const newHomeworkSchema = z.object(homeworkFields);
export const homeworkSchema = z.object({ ...homeworkFields, ...edited });
export type NewHomeworkInput = z.output<typeof newHomeworkSchema>;
export type HomeworkInput = z.output<typeof homeworkSchema>;
