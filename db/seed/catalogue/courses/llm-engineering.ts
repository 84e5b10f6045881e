import { doc, exercise, faqs, homework, outline, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const llmEngineering: CourseSeed = {
  slug: 'llm-engineering',
  name: '模块三 · 大模型工程与毕业项目',
  brief: '让一个会说话的模型变成可以负责的系统：评测、检索、工具调用、安全边界与成本。',
  hue: 246,
  glyph: '模型',
  status: 'online',
  prices: [],
  teachers: ['江屿', '陆行舟', '方小满'],
  subCategory: 'llm',
  type: 'degree_module',
  degree: 'data-ai-engineer',
  level: 'advanced',
  period: 80,
  template: 'classic',
  publishedDaysAgo: 90,
  attachment: 'llm-engineering.md',
  intro: null,
  hours: 46,
  slogan: '演示只要一天，可靠需要一个月',
  whyStudy:
    '做一个演示很容易，难的是第一百个用户问出第一百零一种问题时，它仍然不乱说。这个模块把大模型当作一个“聪明但会出错的外部服务”，用前两个模块学到的统计与评估方法来管它。',
  whatToStudyBrief:
    '模型的能力边界、评测集建设、结构化输出、检索增强的深入优化、工具调用与权限、提示注入的防护、成本与延迟、上线与灰度。',
  careerImprovement: '能主持一个大模型功能从评测到上线的全过程，能回答“它比原来好多少，坏的时候怎么办”。',
  prerequisite: '完成模块二；建议先看《大模型应用实战》了解基本用法。',
  outline: outline(
    ['评测先行', '没有评测，就没有改进。'],
    ['让它做事', '工具、权限与边界。'],
    ['上线与答辩', '成本、延迟与毕业项目。'],
  ),
  recommended: ['rag-in-practice', 'ml-foundations'],
  faqs: faqs(
    ['用哪家的模型？', '课程代码通过一层薄薄的接口调用，可以换成任意一家提供的兼容接口，也可以换成本机运行的小模型。'],
    ['会训练模型吗？', '会做一次小规模微调的实验，目的是体会什么时候**不**需要微调。'],
  ),
  chapters: [
    {
      name: '评测先行',
      summary: '没有评测，就没有改进。',
      sections: [
        trial(doc('eval', '先写考卷，再改提示词', 10)),
        doc('judge', '让模型当考官的前提', 9),
        exercise('testset', '练习：为客服机器人出五十道题', 40),
      ],
      homework: [],
    },
    {
      name: '让它做事',
      summary: '工具、权限与边界。',
      sections: [
        video('retrieve', '检索：先找到，再回答', CLIPS.retrieval),
        doc('tools', '工具调用：它提议，你执行', 10),
        doc('injection', '资料里藏着命令', 9),
        exercise('guard', '练习：攻破再加固', 40),
      ],
      homework: [
        homework(
          '退款助手',
          10,
          '做一个能查订单、能发起退款申请的助手。退款必须经过人确认；资料与用户输入中的任何文字都不能让它越权。',
          '在导师的三十条攻击用例下没有一次越权，正常用例成功率九成以上。',
          40_000,
        ),
      ],
    },
    {
      name: '上线与答辩',
      summary: '成本、延迟与毕业项目。',
      sections: [doc('cost', '一次回答多少钱、多少秒', 9), exercise('gray', '练习：写一份灰度方案', 30)],
      homework: [
        homework(
          '毕业项目',
          24,
          '选择一个真实场景，交付一个可用的大模型应用：评测集、系统、监控、成本报告与风险说明，并完成答辩。',
          '评测集不少于二百条且有版本；上线标准事先写明并达到。',
          80_000,
        ),
      ],
    },
  ],
};
