import { doc, exercise, faqs, homework, outline, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const pythonCore: CourseSeed = {
  slug: 'python-core',
  name: '模块一 · 编程思维与 Python 核心',
  brief: '从会写脚本到会写程序：类型、模块、测试、面向对象，用一个图书馆借阅系统串起来。',
  hue: 224,
  glyph: '核心',
  status: 'online',
  prices: [],
  teachers: ['林知远', '娜美'],
  subCategory: 'python',
  type: 'degree_module',
  degree: 'python-fullstack',
  level: 'beginner',
  period: 60,
  template: 'classic',
  publishedDaysAgo: 180,
  attachment: 'python-core.md',
  intro: null,
  hours: 42,
  slogan: '写给下一个读它的人',
  whyStudy:
    '自学最容易停在“能跑就行”。可是一旦代码超过五百行，能跑的那个人第二周就看不懂自己写了什么。学位课的第一个模块用两个月专门处理这件事：怎样把一团步骤变成几个有名字、有边界、有测试的零件。',
  whatToStudyBrief: '数据建模与类型标注、模块与包、面向对象的取舍、单元测试、日志与配置、命令行程序的完整交付。',
  careerImprovement:
    '完成后达到初级 Python 开发的代码要求：能读懂团队现有代码，能写出带测试的改动，能在评审意见下修改而不是重写。',
  prerequisite: '无需编程基础；建议先完成入学前的环境准备清单。',
  outline: outline(
    ['让数据有形状', '从字典到数据类，让错误早点出现。'],
    ['让代码有边界', '模块、包和依赖的方向。'],
    ['让行为有保证', '测试先行，改得放心。'],
    ['阶段项目', '图书馆借阅系统。'],
  ),
  recommended: ['web-backend', 'git-teamwork'],
  faqs: faqs(
    ['已经会 Python，可以跳过吗？', '入学后可以申请摸底测验，通过者直接进入模块二，奖学金计时不受影响。'],
    ['作业多久批改？', '工作日提交，四十八小时内由导师逐行批改；周末提交顺延到周一。'],
  ),
  chapters: [
    {
      name: '让数据有形状',
      summary: '从随手的字典到明确的类型。',
      sections: [
        trial(doc('dataclass', '数据类：给字典一个名字', 11)),
        video('references', '可变对象与共享引用', CLIPS.references),
        exercise('book', '练习：定义一本书', 20),
      ],
      homework: [
        homework(
          '借阅记录建模',
          5,
          '为读者、图书、借阅三种概念写出数据类与类型标注，并用一页文字说明哪些状态组合是不允许出现的，你怎样让它们写不出来。',
          '类型检查零警告，至少列出四种非法状态。',
          10_000,
        ),
      ],
    },
    {
      name: '让代码有边界',
      summary: '谁可以引用谁。',
      sections: [
        doc('modules', '模块：依赖只能往一个方向走', 10),
        doc('protocols', '协议：只说需要什么', 10),
        exercise('split', '练习：拆开揉在一起的脚本', 40),
      ],
      homework: [],
    },
    {
      name: '让行为有保证',
      summary: '测试不是为了测试，是为了敢改。',
      sections: [
        doc('testing', '第一个会失败的测试', 10),
        doc('time', '把时间传进来', 8),
        exercise('overdue', '练习：逾期罚金', 30),
      ],
      homework: [
        homework(
          '图书馆借阅系统',
          14,
          '实现借出、归还、续借、预约与罚金。所有规则写成不依赖文件与时间的纯函数，命令行只负责输入输出。提供不少于三十个测试。',
          '导师随机改动一条规则，你能在十五分钟内完成修改且测试保持通过。',
          30_000,
        ),
      ],
    },
  ],
};
