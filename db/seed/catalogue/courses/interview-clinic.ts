import { doc, exercise, faqs, homework, outline, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const interviewClinic: CourseSeed = {
  slug: 'interview-clinic',
  name: '简历与技术面试门诊',
  brief: '一份简历怎么改，一个项目怎么讲，一道题卡住了怎么说。用三十份匿名真实案例拆给你看。',
  hue: 350,
  glyph: '面试',
  status: 'online',
  prices: [],
  teachers: ['方小满', '周牧之'],
  subCategory: 'algorithms',
  type: 'vip',
  degree: null,
  level: 'beginner',
  period: 14,
  template: 'classic',
  publishedDaysAgo: 110,
  attachment: 'interview-clinic.md',
  intro: null,
  hours: 7,
  slogan: '把做过的事，讲成别人听得懂的事',
  whyStudy:
    '很多人输在讲不清楚。明明熬夜解决了一个棘手的故障，写进简历却成了“负责系统维护”。面试是一种可以练习的沟通，练十次之后，紧张会少一大半。',
  whatToStudyBrief: '简历的取舍与量化、项目讲述的结构、白板题的沟通过程、反问环节、薪资沟通，以及一次完整的模拟面试。',
  careerImprovement: '拿得出一页干净的简历，讲得清一个项目的来龙去脉，面对不会的题目也能展示思考过程。',
  prerequisite: '有至少一个自己做完的项目，课程作业也算。',
  outline: outline(['简历', '一页纸，每行都有用。'], ['项目', '讲清一个决定。'], ['现场', '卡住的时候怎么办。']),
  recommended: ['algorithm-thinking', 'code-review'],
  faqs: faqs(
    ['会内推吗？', '课程本身不包含内推。学位课学员在结业后可以参加校友群里的岗位分享。'],
    ['转行没有相关经历怎么写？', '第一章专门有一节：怎样从原来的工作里找出可以迁移的能力，不编造经历。'],
  ),
  chapters: [
    {
      name: '简历',
      summary: '让人在三十秒里找到重点。',
      sections: [trial(doc('resume', '三十秒的一页纸', 8)), exercise('bullet', '练习：改写三行经历', 20)],
      homework: [
        homework(
          '你的一页简历',
          3,
          '提交一页简历和一份“删掉了什么、为什么”的说明。',
          '每条经历包含动作、方法与可以核实的结果，没有夸大。',
        ),
      ],
    },
    {
      name: '项目',
      summary: '讲一个决定，而不是讲一份清单。',
      sections: [doc('story', '情境、矛盾、选择、结果', 8), exercise('pitch', '练习：三分钟讲完一个项目', 25)],
      homework: [],
    },
    {
      name: '现场',
      summary: '卡住了，才是面试的开始。',
      sections: [
        video('search', '二分：把思考说出声来', CLIPS.binarySearch),
        doc('stuck', '卡住时可以说的五句话', 7),
        exercise('mock', '练习：一次模拟面试', 45),
      ],
      homework: [],
    },
  ],
};
