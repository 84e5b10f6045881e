import { doc, exercise, faqs, homework, outline, prices, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const pandasAnalysis: CourseSeed = {
  slug: 'pandas-analysis',
  name: '用 pandas 做数据分析：一家奶茶店的一年',
  brief: '一份十二万行的销售流水，从脏数据到一张店长看得懂的图。学的是分析，顺便学会 pandas。',
  hue: 284,
  glyph: 'df',
  status: 'online',
  prices: prices([30, 9_900], [90, 14_900], [180, 18_900], [360, 24_900]),
  teachers: ['沈若溪', '方小满'],
  subCategory: 'data-analysis',
  type: 'paid',
  degree: null,
  level: 'beginner',
  period: 25,
  template: 'classic',
  publishedDaysAgo: 120,
  attachment: 'pandas-analysis.md',
  intro: null,
  hours: 15,
  slogan: '先有问题，再有代码',
  whyStudy:
    '表格超过十万行，电子表格就开始转圈；公式套到第三层，自己也看不懂了。更要紧的是，很多“分析”没有问题：做了二十张图，却回答不了“下个月该不该上新”。这门课只围绕一家店的五个真实决定展开。',
  whatToStudyBrief:
    '读取与清洗、类型与缺失、筛选与分组、合并与透视、时间序列、可视化的选择，以及如何把结论写成一页纸。',
  careerImprovement:
    '运营、产品、财务岗位可以独立完成日常分析并自动化月报；准备进入数据分析岗位的同学，会得到一份可以放进作品集的完整报告。',
  prerequisite: '会写 Python 的循环和函数，学完《零基础学 Python》前两章即可。',
  outline: outline(
    ['打扫', '脏数据进，脏结论出。'],
    ['分组', '按什么看，决定看到什么。'],
    ['讲清楚', '一页纸，三张图。'],
  ),
  recommended: ['python-from-zero', 'postgresql-tuning', 'rag-in-practice'],
  faqs: faqs(
    ['用 Excel 不行吗？', '十万行以内、一次性的分析完全可以。需要每月重复、或者步骤需要别人复核时，代码更可靠。'],
    ['数据是真实的吗？', '是按真实门店的规律生成的模拟数据，保留了真实世界里的各种脏：重复、缺失、错单和补录。'],
  ),
  chapters: [
    {
      name: '打扫',
      summary: '脏数据进，脏结论出。',
      sections: [
        trial(doc('load', '先看一眼，再看一眼', 9)),
        doc('missing', '缺失不是零', 9),
        exercise('clean', '练习：清洗十二万行流水', 30),
      ],
      homework: [],
    },
    {
      name: '分组',
      summary: '按什么看，决定看到什么。',
      sections: [
        video('group-by', '分组：拆开、计算、合上', CLIPS.groupBy),
        doc('merge', '合并：先数一数行', 9),
        exercise('hours', '练习：哪个时段该多排一个人', 30),
      ],
      homework: [
        homework(
          '老客还回来吗',
          5,
          '按首次购买的月份把会员分组，算出之后每个月还有多少比例回来购买，画成热力图，并用三句话解释最明显的一个变化。',
          '口径写明，图上能看出哪个月的活动有效。',
        ),
      ],
    },
    {
      name: '讲清楚',
      summary: '一页纸，三张图。',
      sections: [
        doc('chart', '选图：比较、变化、组成、关系', 8),
        doc('mislead', '图怎样骗人', 8),
        exercise('one-page', '练习：写给店长的一页纸', 40),
      ],
      homework: [
        homework(
          '要不要开第二家店',
          7,
          '基于全部数据，给老板一份一页纸的建议，必须写明你不知道什么、还需要什么数据。',
          '导师扮演老板提三个问题，你能用数据回答其中两个，并承认第三个答不了。',
        ),
      ],
    },
  ],
};
