import { doc, exercise, faqs, homework, outline, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const dataThinking: CourseSeed = {
  slug: 'data-thinking',
  name: '模块一 · 统计思维与实验设计',
  brief: '在训练任何模型之前，先学会分辨：这个差别是真的，还是运气？',
  hue: 300,
  glyph: '统计',
  status: 'online',
  prices: [],
  teachers: ['沈若溪', '方小满'],
  subCategory: 'data-analysis',
  type: 'degree_module',
  degree: 'data-ai-engineer',
  level: 'intermediate',
  period: 70,
  template: 'classic',
  publishedDaysAgo: 200,
  attachment: 'data-thinking.md',
  intro: null,
  hours: 44,
  slogan: '会怀疑，才会分析',
  whyStudy:
    '改版之后转化率从 3.1 % 涨到 3.4 %，要不要全量上线？说“涨了就上”的人，一年会上线很多没有用的东西；说“不显著就不上”的人，会错过很多有用的东西。这个模块教你给出第三种回答：差别大概有多大，我们有多确定，还要再看多久。',
  whatToStudyBrief: '抽样与偏差、分布与置信区间、假设检验的正确用法、实验设计与样本量、因果与相关、常见的统计陷阱。',
  careerImprovement: '能够独立设计并解读一次线上实验，写出业务方看得懂、统计上站得住的结论。',
  prerequisite: 'Python 基础；会用 pandas 做分组与合并。',
  outline: outline(['样本与偏差', '你看到的是谁。'], ['不确定性', '用区间说话。'], ['实验', '让差别只有一个原因。']),
  recommended: ['ml-foundations', 'pandas-analysis'],
  faqs: faqs(
    ['需要补哪些数学？', '入学第一周提供六小时的补课：函数、概率与求和符号。之后遇到公式都会先用模拟看到现象。'],
    ['会教贝叶斯吗？', '会作为一节选修，用同一个实验对比两种说法的差别。'],
  ),
  chapters: [
    {
      name: '样本与偏差',
      summary: '你看到的是谁。',
      sections: [
        trial(doc('survivor', '没有回来的飞机', 9)),
        video('groups', '分组之后，结论反了', CLIPS.simpson),
        exercise('simpson', '练习：两个医生谁更好', 25),
      ],
      homework: [],
    },
    {
      name: '不确定性',
      summary: '用区间说话。',
      sections: [
        doc('interval', '一个数字不如一段范围', 10),
        doc('test', 'p 值不是“假设为真的概率”', 10),
        exercise('bootstrap', '练习：用重抽样估计中位数', 30),
      ],
      homework: [
        homework(
          '给三条新闻打分',
          6,
          '找三条引用了百分比的报道，写出样本是谁、可能的偏差、缺少的信息，以及你会怎样改写标题。',
          '每条至少指出两处具体的问题，引用来源。',
          15_000,
        ),
      ],
    },
    {
      name: '实验',
      summary: '让差别只有一个原因。',
      sections: [
        doc('design', '实验开始之前要写下的五句话', 10),
        doc('peeking', '别每天偷看', 9),
        exercise('sample-size', '练习：要跑几天', 30),
      ],
      homework: [
        homework(
          '一份完整的实验报告',
          12,
          '使用给定的实验日志，完成分流检查、主要指标与护栏指标分析、分人群检验，并给出决定。',
          '没有事后挑选指标，结论包含效果大小与区间。',
          30_000,
        ),
      ],
    },
  ],
};
