import { doc, exercise, faqs, homework, outline, prices, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const ragInPractice: CourseSeed = {
  slug: 'rag-in-practice',
  name: '大模型应用实战：从提示词到检索增强',
  brief: '用三个周末，做一个能引用出处、敢说“不知道”的企业知识助手。',
  hue: 264,
  glyph: 'RAG',
  status: 'online',
  prices: prices([30, 29_900], [90, 39_900], [180, 49_900], [360, 69_900]),
  teachers: ['江屿'],
  subCategory: 'llm',
  type: 'paid',
  degree: null,
  level: 'intermediate',
  period: 21,
  template: 'showcase',
  publishedDaysAgo: 30,
  attachment: 'rag-in-practice.md',
  intro: CLIPS.retrieval,
  hours: 13,
  slogan: '宁可说不知道，也不编一个答案',
  whyStudy:
    '公司制度、产品手册、历史工单，散落在三百个文件里。大模型没有读过它们，直接问只会得到流利的胡话。检索增强把“先查资料再回答”变成流程，是目前投入最小、见效最快的落地方式，也是最容易做得似是而非的一种。',
  whatToStudyBrief:
    '提示词的结构、结构化输出、文档解析与切分、嵌入与混合检索、重排、引用出处、拒答、评测与常见失败的诊断。',
  careerImprovement: '能在现有业务中独立搭建一个知识问答功能，并用评测数据说服同事它可以上线，或者说明为什么还不可以。',
  prerequisite: '会写 Python，能调用 HTTP 接口。不需要机器学习背景。',
  outline: outline(
    ['和模型说清楚', '提示词是一份需求文档。'],
    ['让它有据可查', '切分、检索与引用。'],
    ['知道它好不好', '评测与排错。'],
  ),
  recommended: ['pandas-analysis', 'python-async', 'postgresql-tuning'],
  faqs: faqs(
    ['需要显卡吗？', '不需要。模型通过接口调用，向量检索在普通笔记本上就能运行。'],
    ['接口费用大概多少？', '按课程的练习量，整门课大约十元以内，材料里有控制费用的设置说明。'],
    ['和学位课模块三有什么不同？', '本课带你做出第一个能用的版本；模块三讲怎样让它对成千上万的用户负责。'],
  ),
  chapters: [
    {
      name: '和模型说清楚',
      summary: '提示词是一份需求文档。',
      sections: [
        trial(doc('prompt', '把它当成新来的同事', 8)),
        doc('structured', '让它填表，不要让它作文', 9),
        exercise('ticket', '练习：给工单分类', 25),
      ],
      homework: [],
    },
    {
      name: '让它有据可查',
      summary: '切分、检索与引用。',
      sections: [
        video('retrieval', '检索增强：开卷考试', CLIPS.retrieval),
        doc('chunk', '切分：一段话要能独立看懂', 9),
        doc('hybrid', '两路检索：意思相近与字面相同', 9),
        exercise('assistant', '练习：员工手册助手', 45),
      ],
      homework: [
        homework(
          '你的知识助手',
          6,
          '选一份不少于五十页的真实文档，做一个带引用的问答助手。每个回答都能点到原文的那一段。',
          '三十道题里引用正确率九成以上，资料没有的五道题全部拒答。',
        ),
      ],
    },
    {
      name: '知道它好不好',
      summary: '评测与排错。',
      sections: [doc('diagnose', '答错了，先分清是哪一步', 9), exercise('improve', '练习：把正确率从六成提到八成', 40)],
      homework: [],
    },
  ],
};
