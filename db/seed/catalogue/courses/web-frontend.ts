import { doc, exercise, faqs, homework, outline, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const webFrontend: CourseSeed = {
  slug: 'web-frontend',
  name: '模块三 · 前端交互与整站交付',
  brief: '把接口变成人愿意用的页面，再把整站送上线：表单、状态、性能、部署与毕业答辩。',
  hue: 318,
  glyph: '交付',
  status: 'online',
  prices: [],
  teachers: ['苏晚晴', '娜美'],
  subCategory: 'frontend',
  type: 'degree_module',
  degree: 'python-fullstack',
  level: 'intermediate',
  period: 55,
  template: 'classic',
  publishedDaysAgo: 160,
  attachment: 'web-frontend.md',
  intro: null,
  hours: 40,
  slogan: '上线那天，才算写完',
  whyStudy:
    '后端写得再稳，用户看到的只有页面。毕业项目的评分里，有三成来自一位没见过你系统的人：给他一台手机，不作任何解释，看他能不能在三分钟内完成一次报名。',
  whatToStudyBrief: '语义化页面、渐进增强的表单、组件与状态、加载性能、构建与部署、日志与监控，以及毕业项目答辩。',
  careerImprovement: '拥有一个真实可访问的完整作品，能从需求一直讲到监控面板，足以支撑全栈初级岗位的面试。',
  prerequisite: '完成模块二。',
  outline: outline(
    ['没有脚本也能用', '先做对，再做快。'],
    ['让它感觉很快', '测量、拆分与缓存。'],
    ['上线与答辩', '把作品交到陌生人手里。'],
  ),
  recommended: ['web-backend', 'css-layout', 'react-typescript'],
  faqs: faqs(
    ['毕业项目可以自己选题吗？', '可以，需要在第二周提交一页纸的选题说明，由导师确认范围。'],
    ['答辩形式？', '线上二十分钟：演示八分钟，提问十二分钟，其中一半的问题来自你的提交记录。'],
  ),
  chapters: [
    {
      name: '没有脚本也能用',
      summary: '从一张真正的表单开始。',
      sections: [
        trial(doc('form', '表单是网页最古老的接口', 9)),
        video('layout', '盒子排成页面', CLIPS.boxModel),
        exercise('enhance', '练习：渐进增强的报名表', 35),
      ],
      homework: [],
    },
    {
      name: '让它感觉很快',
      summary: '快是一种可以测量的礼貌。',
      sections: [
        doc('metrics', '三个数字说清快慢', 9),
        doc('bundle', '少发一点', 9),
        exercise('audit', '练习：把首屏减掉一半', 40),
      ],
      homework: [
        homework(
          '性能改造报告',
          6,
          '给上一模块的系统做一次性能改造，提交改造前后的测量数据、每一步带来的变化，以及你决定**不做**的三件事和理由。',
          '在限速的手机环境下，最大内容出现时间不超过两秒半。',
          20_000,
        ),
      ],
    },
    {
      name: '上线与答辩',
      summary: '把作品交到陌生人手里。',
      sections: [
        doc('deploy', '一条命令上线，一条命令退回', 10),
        doc('observe', '出了问题你会先知道吗', 8),
        exercise('rehearsal', '练习：陌生人测试', 30),
      ],
      homework: [
        homework(
          '毕业项目',
          21,
          '完成并上线一个全栈项目：有登录、有付款或名额竞争、有后台。提交代码、说明文档、架构图与答辩录像。',
          '五位陌生人测试中至少四位无提示完成主流程。',
          60_000,
        ),
      ],
    },
  ],
};
