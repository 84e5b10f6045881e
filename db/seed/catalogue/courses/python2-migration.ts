import { doc, exercise, faqs, homework, outline, prices, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

/** Taken off the shelves: what a student meets who follows an old link. */
export const python2Migration: CourseSeed = {
  slug: 'python2-migration',
  name: 'Python 2 项目迁移指南',
  brief: '给还在维护老项目的人：怎样在不停机的前提下，把十万行 Python 2 代码搬到 Python 3。',
  hue: 32,
  glyph: '2→3',
  status: 'offline',
  prices: prices([30, 9_900], [90, 14_900]),
  teachers: ['林知远'],
  subCategory: 'python',
  type: 'paid',
  degree: null,
  level: 'advanced',
  period: 14,
  template: 'classic',
  publishedDaysAgo: 1_400,
  attachment: null,
  intro: null,
  hours: 7,
  slogan: '一次只换一块砖',
  whyStudy:
    'Python 2 已经停止维护多年，但仍有不少内部系统运行在它上面。推倒重写的项目大多失败了，成功的团队做的是另一件事：让同一份代码先在两个版本上都能跑。',
  whatToStudyBrief: '文本与字节、整数除法、字典视图、相对导入、依赖盘点、双版本测试，以及分批上线与回退。',
  careerImprovement: '能主持一次老系统的版本升级，并给出可信的工期。',
  prerequisite: '维护过实际运行的 Python 2 项目。',
  outline: outline(['盘点', '依赖与风险。'], ['双版本', '同一份代码两边跑。'], ['切换', '分批上线与回退。']),
  recommended: ['python-async', 'code-review'],
  faqs: faqs(['为什么下线了？', '需要迁移的项目越来越少，课程不再更新。已购买的同学在有效期内仍可学习。']),
  chapters: [
    {
      name: '盘点',
      summary: '先知道有什么，再决定怎么搬。',
      sections: [
        trial(doc('inventory', '给依赖列一张表', 7)),
        video('text', '文本与字节：名字贴在谁身上', CLIPS.references),
      ],
      homework: [],
    },
    {
      name: '双版本',
      summary: '同一份代码，两个解释器。',
      sections: [doc('both', '先让测试在两边都绿', 8), exercise('bytes', '练习：找出隐藏的字节', 20)],
      homework: [
        homework(
          '迁移一个模块',
          5,
          '选一个不超过一千行的模块，使它在两个版本下通过同一套测试，记录每一处修改属于哪一类。',
          '分类统计完整，无条件分支堆积。',
        ),
      ],
    },
    {
      name: '切换',
      summary: '随时可以退回去。',
      sections: [doc('rollout', '先切最不重要的那台', 7), exercise('plan', '练习：写一份回退方案', 15)],
      homework: [],
    },
  ],
};
