import { doc, exercise, faqs, homework, outline, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const codeReview: CourseSeed = {
  slug: 'code-review',
  name: '代码评审工作坊',
  brief: '十二份真实风格的合并请求，从两行到四百行。练习怎样看、怎样说，也练习怎样听。',
  hue: 88,
  glyph: '评审',
  status: 'online',
  prices: [],
  teachers: ['周牧之', '娜美'],
  subCategory: 'engineering',
  type: 'vip',
  degree: null,
  level: 'intermediate',
  period: 21,
  template: 'classic',
  publishedDaysAgo: 75,
  attachment: 'code-review.md',
  intro: null,
  hours: 9,
  slogan: '对代码严格，对人温和',
  whyStudy:
    '评审是团队里最便宜的培训，也最容易变成走过场或者吵架。有人只挑空格，有人一句“写得不好”让新人一周不敢提交。看代码的能力和说话的能力都可以练。',
  whatToStudyBrief: '先看什么后看什么、怎样发现遗漏的情况、如何写一条对方愿意改的意见、作为提交者如何让评审变容易。',
  careerImprovement: '成为团队里“让他看一眼才放心”的那个人，这往往是从中级走向高级的第一步。',
  prerequisite: '参与过多人项目，会使用合并请求。',
  outline: outline(['看', '用二十分钟看懂一次改动。'], ['说', '让意见能被执行。'], ['交', '写一个容易被评审的改动。']),
  recommended: ['git-teamwork', 'web-backend'],
  faqs: faqs(
    ['示例用什么语言？', '以 Python 与 TypeScript 为主，语法都很浅，看得懂其中一种就能跟上。'],
    ['怎样才能学习？', '任一学位课在读期间即可免费学习。'],
  ),
  chapters: [
    {
      name: '看',
      summary: '从意图开始，而不是从第一行开始。',
      sections: [
        trial(doc('order', '先看测试，再看实现', 8)),
        video('history', '从提交历史看出思路', CLIPS.gitBranch),
        exercise('missing', '练习：这次改动漏了什么', 25),
      ],
      homework: [],
    },
    {
      name: '说',
      summary: '同一个问题，两种说法。',
      sections: [doc('comment', '一条好意见的四个部分', 8), exercise('rewrite', '练习：改写五条伤人的评论', 20)],
      homework: [
        homework(
          '评审一次改动',
          4,
          '评审材料中的“优惠券过期”合并请求，写出全部意见并标明必须修改、建议、疑问三个级别。',
          '找出预设六个问题中的至少四个，没有针对人的评价。',
        ),
      ],
    },
    {
      name: '交',
      summary: '让评审的人轻松一点。',
      sections: [doc('small', '三百行以内', 7), exercise('description', '练习：重写一份合并说明', 20)],
      homework: [],
    },
  ],
};
