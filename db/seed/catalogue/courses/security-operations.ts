import { doc, exercise, faqs, homework, outline, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const securityOperations: CourseSeed = {
  slug: 'security-operations',
  name: '模块三 · 主机与集群安全防守',
  brief: '假设对方已经进来了：他会留下什么痕迹，你多久能发现，发现之后第一步做什么。',
  hue: 354,
  glyph: '防守',
  status: 'online',
  prices: [],
  teachers: ['秦九野', '贺兰山', '唐一诺'],
  subCategory: 'security',
  type: 'degree_module',
  degree: 'cloud-security',
  level: 'advanced',
  period: 50,
  template: 'classic',
  publishedDaysAgo: 100,
  attachment: 'security-operations.md',
  intro: null,
  hours: 36,
  slogan: '发现得早，比挡得住更现实',
  whyStudy:
    '没有攻不破的系统，只有发现得早晚。很多入侵从进来到被发现隔了三个月，而日志里第一天就有线索。这个模块站在防守方：减少入口、留下证据、看懂异常、有序处置。',
  whatToStudyBrief: '资产盘点与最小暴露、加固基线、密钥与身份、日志与检测规则、应急响应流程、取证基础、复盘与演练。',
  careerImprovement: '能承担中小团队的安全负责人：制定基线、搭建检测、主持一次应急响应与复盘。',
  prerequisite: '完成模块一与模块二，并签署《实验室使用承诺》：所有技术只在自建环境中练习。',
  outline: outline(['少开门', '暴露面与加固。'], ['看得见', '日志与检测。'], ['稳得住', '响应与复盘。']),
  recommended: ['web-security', 'containers'],
  faqs: faqs(
    ['会教渗透吗？', '只在自建靶场里复现少量典型手法，用来验证检测规则有没有用。'],
    ['需要法律知识吗？', '第一节就是授权与边界，之后每个实验开始前都要重复确认。'],
  ),
  chapters: [
    {
      name: '少开门',
      summary: '暴露面与加固。',
      sections: [
        trial(doc('surface', '你以为关着的门', 9)),
        video('knock', '从握手看谁在敲门', CLIPS.handshake),
        exercise('baseline', '练习：给一台主机定基线', 30),
      ],
      homework: [],
    },
    {
      name: '看得见',
      summary: '日志与检测。',
      sections: [
        doc('evidence', '没有时间线就没有真相', 9),
        doc('rules', '一条好的检测规则', 9),
        exercise('hunt', '练习：在三天的日志里找人', 40),
      ],
      homework: [
        homework(
          '五条检测规则',
          8,
          '为靶场编写五条检测规则，分别覆盖：异常登录、提权、持久化、横向移动、数据外传。附上误报分析。',
          '回放一周的正常日志误报不超过三次，五种手法全部命中。',
          20_000,
        ),
      ],
    },
    {
      name: '稳得住',
      summary: '响应与复盘。',
      sections: [
        doc('respond', '第一小时做什么，不做什么', 10),
        doc('review', '复盘：对事，不对人', 8),
        exercise('tabletop', '练习：桌面推演', 45),
      ],
      homework: [
        homework(
          '一次完整的应急响应',
          10,
          '请同伴按材料里的剧本，在一周内的随机时刻入侵你的靶机。完成发现、遏制、清除、恢复与复盘报告。',
          '两小时内发现，证据完整，恢复后无残留，复盘包含三条可落实的改进。',
          30_000,
        ),
      ],
    },
  ],
};
