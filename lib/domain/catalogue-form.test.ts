import { describe, expect, it } from 'vitest';
import { movedIds, moveSchema, removalSchema } from './catalogue-form-entry';
import { newHomeworkSchema, newSectionSchema } from './catalogue-form-lesson';
import { newPriceSchema, priceOfferSchema } from './catalogue-form-price';
import { courseSchema, newCourseSchema, newDegreeSchema } from './catalogue-form-product';
import { newTeacherSchema } from './catalogue-form-school';

const COURSE = {
  name: ' 数据库\t入门 ',
  slug: ' sql-101 ',
  brief: '第一行\r\n第二行',
  coverHue: '0',
  coverGlyph: 'SQL',
  subCategoryId: '7',
  courseType: 'paid',
  degreeCourseId: '',
  level: 'beginner',
  period: '30',
  position: '0',
  attachmentPath: '',
  template: 'classic',
  publishedOn: '2025-06-01',
  hours: '12',
  slogan: '先会用',
  videoIntro: '',
  whyStudy: '因\u0000为',
  whatToStudyBrief: '所以',
  careerImprovement: '更好',
  prerequisite: '无',
};
const SECTION = {
  productId: '1',
  chapterId: '2',
  name: '节',
  kind: 'document',
  link: 'event-loop',
  body: '# 正文\n\n\t代码',
  videoPath: '',
  durationSeconds: '60',
  isFreeTrial: 'no',
  publishedOn: '2025-06-01',
};
const DEGREE = {
  name: '学位',
  slug: 'degree',
  brief: '一年',
  coverHue: '20',
  coverGlyph: '学',
  totalScholarshipFen: '2400',
  mentorCompensationBonusFen: '0.5',
  period: '360',
  prerequisite: '无',
  position: '1',
};
const HOMEWORK = {
  productId: '1',
  chapterId: '2',
  title: '业',
  requirement: '做',
  threshold: '过',
  recommendedPeriod: '3',
  scholarshipFen: '0',
  isEnabled: 'yes',
};
const TEACHER = {
  name: '师',
  role: 'lecturer',
  title: '讲师',
  signature: '好',
  brief: '好',
  avatarHue: '359',
  username: ' ',
};

/** What is said, and beside which field. */
function complaint(schema: { safeParse: (input: unknown) => { error?: { issues: readonly Issue[] } } }, input: object) {
  const [issue] = schema.safeParse(input).error?.issues ?? [];
  return issue && [issue.path.join('.'), issue.message];
}
interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

describe('what is typed becomes what the columns hold', () => {
  it('a course', () => {
    expect(newCourseSchema.parse(COURSE)).toEqual({
      ...COURSE,
      name: '数据库 入门',
      slug: 'sql-101',
      brief: '第一行\n第二行',
      coverHue: 0,
      subCategoryId: 7,
      period: 30,
      degreeCourseId: null,
      position: 0,
      attachmentPath: null,
      hours: 12,
      videoIntro: null,
      whyStudy: '因为',
    });
  });

  it('amounts in yuan become fen', () => {
    expect(newDegreeSchema.parse(DEGREE)).toMatchObject({
      totalScholarshipFen: 240_000,
      mentorCompensationBonusFen: 50,
    });
    expect(newPriceSchema.parse({ productId: '1', validDays: '30', price: ' 199.9 ' })).toEqual({
      productId: 1,
      validDays: 30,
      price: 19_990,
    });
  });

  it('a lesson keeps its line breaks and tabs', () => {
    expect(newSectionSchema.parse(SECTION)).toMatchObject({
      body: '# 正文\n\n\t代码',
      isFreeTrial: false,
      videoPath: null,
    });
  });

  it('an empty username is none', () => {
    expect(newTeacherSchema.parse(TEACHER).username).toBeNull();
  });
});

describe('what is wrong is said beside its field', () => {
  it.each<[Partial<Record<keyof typeof COURSE, string>>, string, string]>([
    [{ name: ' \u0000 ' }, 'name', '请填写名称'],
    [{ name: '长'.repeat(61) }, 'name', '名称最多 60 个字'],
    [{ slug: '' }, 'slug', '请填写网址'],
    [{ slug: 'Python-Core' }, 'slug', '网址只能用小写字母、数字和连字符，例如 python-core'],
    [{ slug: '-a' }, 'slug', '网址只能用小写字母、数字和连字符，例如 python-core'],
    [{ slug: '../admin' }, 'slug', '网址只能用小写字母、数字和连字符，例如 python-core'],
    [{ slug: 'a'.repeat(65) }, 'slug', '网址最多 64 个字符'],
    [{ brief: '' }, 'brief', '请填写简介'],
    [{ coverHue: '360' }, 'coverHue', '封面色相应是 0 到 359 的整数'],
    [{ coverHue: '1.5' }, 'coverHue', '封面色相应是 0 到 359 的整数'],
    [{ coverGlyph: '一二三四五六七' }, 'coverGlyph', '封面字符最多 6 个字'],
    [{ subCategoryId: '' }, 'subCategoryId', '请选择子分类'],
    [{ subCategoryId: '1 or 1' }, 'subCategoryId', '请选择子分类'],
    [{ courseType: 'free' }, 'courseType', '请选择课程类型'],
    [{ courseType: 'degree_module' }, 'degreeCourseId', '学位模块要选择所属的学位课'],
    [{ degreeCourseId: '3' }, 'degreeCourseId', '只有学位模块属于学位课，请改类型或清空这里'],
    [{ level: '' }, 'level', '请选择难度'],
    [{ period: '0' }, 'period', '建议周期应是 1 到 720 的整数'],
    [{ period: '1e2' }, 'period', '建议周期应是 1 到 720 的整数'],
    [{ position: '-1' }, 'position', '排序应是 0 到 99999 的整数'],
    [{ attachmentPath: '../secret.env' }, 'attachmentPath', '课件应是文件名，例如 lesson-01.mp4'],
    [{ template: 'x' }, 'template', '请选择页面样式'],
    [{ publishedOn: '2025-02-30' }, 'publishedOn', '请选择发布日期'],
    [{ publishedOn: '0000-01-01' }, 'publishedOn', '请选择发布日期'],
    [{ hours: '' }, 'hours', '请填写课时'],
    [
      { videoIntro: 'https://evil.example/x.mp4' },
      'videoIntro',
      '导览视频应写成 /videos/文件名，例如 /videos/btree.mp4',
    ],
    [{ whyStudy: '长'.repeat(3001) }, 'whyStudy', '为什么学最多 3000 个字'],
  ])('course %j', (change, field, message) => {
    expect(complaint(newCourseSchema, { ...COURSE, ...change })).toEqual([field, message]);
  });

  it.each<[Partial<Record<keyof typeof SECTION, string>>, string, string]>([
    [{ kind: 'video' }, 'videoPath', '视频小节要填写视频文件'],
    [{ videoPath: 'one.mp4' }, 'videoPath', '只有视频小节有视频，请改类型或清空这里'],
    [{ kind: 'video', videoPath: 'a/b.mp4' }, 'videoPath', '视频应是文件名，例如 lesson-01.mp4'],
    [{ link: '第一节' }, 'link', '链接名只能用小写字母、数字和连字符，例如 python-core'],
    [{ body: '' }, 'body', '请填写正文'],
    [{ durationSeconds: '' }, 'durationSeconds', '请填写时长'],
  ])('section %j', (change, field, message) => {
    expect(complaint(newSectionSchema, { ...SECTION, ...change })).toEqual([field, message]);
  });

  it.each([
    [{ validDays: '31', price: '1' }, 'validDays', '请选择有效期'],
    [{ price: '1' }, 'validDays', '请选择有效期'],
    [{ validDays: '30', price: '' }, 'price', '价格应写成 199 或 199.00'],
    [{ validDays: '30', price: '-1' }, 'price', '价格应写成 199 或 199.00'],
    [{ validDays: '30', price: '1.999' }, 'price', '价格应写成 199 或 199.00'],
    [{ validDays: '30', price: '1e3' }, 'price', '价格应写成 199 或 199.00'],
    [{ validDays: '30', price: '100000.01' }, 'price', '价格最多 100000 元'],
  ])('price %j', (typed, field, message) => {
    expect(complaint(newPriceSchema, { productId: '1', ...typed })).toEqual([field, message]);
  });

  it('homework and teachers', () => {
    expect(complaint(newHomeworkSchema, { ...HOMEWORK, recommendedPeriod: '0' })?.[0]).toBe('recommendedPeriod');
    expect(complaint(newHomeworkSchema, { ...HOMEWORK, scholarshipFen: '一百' })?.[0]).toBe('scholarshipFen');
    expect(complaint(newTeacherSchema, { ...TEACHER, role: 'admin' })).toEqual(['role', '请选择身份']);
  });

  it('what a form hides is not taken on trust', () => {
    const edit = { ...COURSE, id: '5', version: 'f'.repeat(32) };
    expect(courseSchema.parse(edit)).toMatchObject({ id: 5 });
    for (const id of ['', '0', '-5', '5e3', '9'.repeat(16)])
      expect(courseSchema.safeParse({ ...edit, id }).success).toBe(false);
    expect(courseSchema.safeParse({ ...edit, version: '' }).success).toBe(false);
    expect(priceOfferSchema.safeParse({ productId: '1', id: '1', offered: 'maybe' }).success).toBe(false);
    expect(removalSchema.safeParse({ list: 'product', parent: '', id: '1' }).success).toBe(false);
    expect(moveSchema.safeParse({ list: 'teacher', parent: '', id: '1', direction: 'up' }).success).toBe(false);
    expect(moveSchema.parse({ list: 'category', parent: '', id: '1', direction: 'up' }).parent).toBeNull();
  });
});

describe('movedIds', () => {
  it.each([
    [2, 'up', [2, 1, 3]],
    [2, 'down', [1, 3, 2]],
    [1, 'up', [1, 2, 3]],
    [3, 'down', [1, 2, 3]],
    [9, 'up', null],
  ] as const)('%i %s', (id, direction, expected) => {
    expect(movedIds([1, 2, 3], id, direction)).toEqual(expected);
  });
});
