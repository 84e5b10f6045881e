import { doc, exercise, faqs, homework, outline, prices, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const pythonFromZero: CourseSeed = {
  slug: 'python-from-zero',
  name: '零基础学 Python：写出自己的第一个小工具',
  brief: '不背语法表。四章之后，你会有一个能整理文件夹、统计开销的命令行小工具，并且知道每一行为什么这样写。',
  hue: 210,
  glyph: 'Py',
  status: 'online',
  prices: prices([30, 9_900], [90, 16_900], [180, 22_900], [360, 29_900]),
  teachers: ['林知远', '娜美'],
  subCategory: 'python',
  type: 'paid',
  degree: null,
  level: 'beginner',
  period: 30,
  template: 'showcase',
  publishedDaysAgo: 210,
  attachment: 'python-from-zero.md',
  intro: CLIPS.references,
  hours: 18,
  slogan: '今天装好环境，月底做完工具',
  whyStudy:
    '重复的活儿不该由人来做。把三百张发票按月份归档、把同事发来的十二份表格合成一份、每天早上查一次库存，这些事情用 Python 都不超过五十行。学会它不是为了换一份工作，而是为了把时间拿回来。',
  whatToStudyBrief:
    '变量与类型、分支与循环、列表与字典、函数、文件读写、异常处理，以及怎样把一个脚本整理成别人也能用的命令行工具。每一章都以一个看得见的小成果收尾。',
  careerImprovement:
    '学完可以独立完成办公自动化脚本，读懂大多数入门级开源项目，并具备继续学习数据分析或 Web 开发的基础。行政、运营、财务岗位的同学反馈，最先省下来的是月末那两天。',
  prerequisite: '会安装软件、会新建文件夹。不需要英语好，报错信息里常用的二十几个词课程里会逐个讲。',
  outline: outline(
    ['起步', '安装解释器，运行第一行代码，读懂第一条报错。'],
    ['数据与流程', '用列表和字典装下真实的数据，用循环处理它们。'],
    ['函数与文件', '把重复的步骤起个名字，把结果写进磁盘。'],
    ['做成工具', '参数、异常、帮助信息：让别人也能用你的脚本。'],
  ),
  recommended: ['python-async', 'pandas-analysis', 'git-teamwork'],
  faqs: faqs(
    ['用 Windows 还是 Mac？', '都可以。课程里的命令在两个系统上都验证过，有差别的地方会分别写出。'],
    ['每天要花多久？', '按三十天的节奏，每天四十分钟左右；章末作业会长一些，大约一个半小时。'],
    ['学的是哪个版本？', 'Python 3.12 及以上。旧写法只在你会在网上碰到的地方提一句。'],
  ),
  chapters: [
    {
      name: '从一行代码开始',
      summary: '让电脑开口说话，并学会不怕报错。',
      sections: [
        trial(doc('hello', '第一行代码与第一条报错', 8)),
        trial(video('names', '名字与对象：赋值到底做了什么', CLIPS.references)),
        exercise('receipt', '练习：打印一张小票', 15),
      ],
      homework: [
        homework(
          '自我介绍生成器',
          3,
          '写一个脚本，依次询问姓名、城市和喜欢的食物，输出一段通顺的自我介绍；年龄输入不是数字时给出提示。',
          '三次输入都被用到，非数字年龄不会让程序崩溃。',
        ),
      ],
    },
    {
      name: '装下数据，走完流程',
      summary: '列表、字典、分支和循环。',
      sections: [
        doc('list-dict', '列表与字典：排队和查号', 10),
        doc('loops', '循环：把一件事做很多遍', 9),
        exercise('expense', '练习：算清一周的开销', 20),
      ],
      homework: [
        homework(
          '单词频率统计',
          4,
          '读入一段不少于三百字的英文，统计每个单词出现的次数，按次数从多到少输出前十个，忽略大小写和标点。',
          '结果与手工核对一致，且没有使用现成的计数类。',
        ),
      ],
    },
    {
      name: '函数与文件',
      summary: '给步骤起名字，让结果留下来。',
      sections: [
        doc('functions', '函数：给一段步骤起个名字', 10),
        doc('files', '读写文件：别忘了编码', 9),
        exercise('rename', '练习：批量给照片改名', 25),
      ],
      homework: [],
    },
    {
      name: '做成别人也能用的工具',
      summary: '参数、异常和帮助信息。',
      sections: [
        doc('argparse', '命令行参数与帮助信息', 10),
        doc('errors', '异常：预料之中的意外', 8),
        exercise('organizer', '练习：文件夹整理器', 40),
      ],
      homework: [
        homework(
          '交付你的小工具',
          7,
          '从自己的生活里选一件重复的事，写成命令行工具：有 --help，有至少两个参数，遇到错误时说人话。附一份使用说明。',
          '导师按说明在一台干净的电脑上能够运行成功。',
        ),
      ],
    },
  ],
};
