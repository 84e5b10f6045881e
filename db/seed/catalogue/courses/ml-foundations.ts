import { doc, exercise, faqs, homework, outline, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const mlFoundations: CourseSeed = {
  slug: 'ml-foundations',
  name: '模块二 · 机器学习原理与实战',
  brief: '从一条直线到梯度提升树，每个模型只问三件事：它假设了什么，它怎样学，它会在哪里出错。',
  hue: 148,
  glyph: 'ML',
  status: 'online',
  prices: [],
  teachers: ['陆行舟', '方小满'],
  subCategory: 'machine-learning',
  type: 'degree_module',
  degree: 'data-ai-engineer',
  level: 'advanced',
  period: 85,
  template: 'showcase',
  publishedDaysAgo: 190,
  attachment: 'ml-foundations.md',
  intro: CLIPS.gradient,
  hours: 56,
  slogan: '先有基线，再有模型',
  whyStudy:
    '调库训练一个模型只要三行。困难在三行之外：训练集里混进了未来的信息，离线分数漂亮得可疑；上线三周后效果慢慢变差，没有人知道；业务问“为什么拒绝了这个客户”，你答不上来。',
  whatToStudyBrief:
    '损失与梯度下降、线性与逻辑回归、过拟合与正则化、树与提升、特征工程、评估与校准、数据泄漏、上线与监控。',
  careerImprovement: '能独立完成一个表格数据的预测项目，从定义标签到监控漂移，并能对业务方讲清楚模型的局限。',
  prerequisite: '完成模块一；会用 NumPy 做向量运算。',
  outline: outline(
    ['学习是什么', '损失、梯度与下山。'],
    ['泛化', '在没见过的数据上还行不行。'],
    ['树与提升', '表格数据的主力。'],
    ['上线', '模型会变旧。'],
  ),
  recommended: ['data-thinking', 'llm-engineering'],
  faqs: faqs(
    ['讲深度学习吗？', '本模块讲到两层神经网络为止，重点是表格数据。大模型相关内容在模块三。'],
    ['作业用什么数据？', '设备故障预测，传感器数据由模拟产生，内置了三处泄漏和一次漂移，等你发现。'],
  ),
  chapters: [
    {
      name: '学习是什么',
      summary: '损失、梯度与下山。',
      sections: [
        trial(video('gradient', '梯度下降：闭着眼睛下山', CLIPS.gradient)),
        doc('loss', '损失函数是你的价值观', 9),
        exercise('line', '练习：手写一次线性回归', 30),
      ],
      homework: [],
    },
    {
      name: '泛化',
      summary: '在没见过的数据上还行不行。',
      sections: [
        doc('split', '怎样切分数据', 10),
        doc('leak', '泄漏：考前看到了答案', 10),
        exercise('find-leak', '练习：找出三处泄漏', 35),
      ],
      homework: [
        homework(
          '一条站得住的基线',
          7,
          '为设备故障预测建立基线：一条规则、一个线性模型。写明切分方式、指标的业务含义与误差分析。',
          '切分没有泄漏，指标选择有业务理由。',
          20_000,
        ),
      ],
    },
    {
      name: '树与提升',
      summary: '表格数据的主力。',
      sections: [
        doc('tree', '树：二十个问题的游戏', 9),
        doc('metric', '准确率 99 % 的废物', 10),
        exercise('threshold', '练习：阈值设在哪里', 30),
      ],
      homework: [],
    },
    {
      name: '上线',
      summary: '模型会变旧。',
      sections: [doc('drift', '漂移：世界变了', 9), exercise('monitor', '练习：设计监控面板', 25)],
      homework: [
        homework(
          '故障预测系统',
          18,
          '交付一个可以每天运行的预测流程：取数、特征、预测、监控、报告，并附一份写给设备经理的说明。',
          '在隐藏的第四季度数据上，每周提前发现的故障数优于规则基线两成以上。',
          50_000,
        ),
      ],
    },
  ],
};
