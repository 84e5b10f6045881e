import { doc, exercise, faqs, homework, outline, prices, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const pythonAsync: CourseSeed = {
  slug: 'python-async',
  name: 'Python 异步编程实战',
  brief: '搞懂事件循环到底在循环什么。写一个每秒处理两千条消息的通知分发器，并学会在它卡住时找到那一行。',
  hue: 258,
  glyph: '异步',
  status: 'online',
  prices: prices([30, 12_900], [90, 17_900], [180, 22_900], [360, 29_900], [720, 39_900]),
  teachers: ['林知远'],
  subCategory: 'python',
  type: 'paid',
  degree: null,
  level: 'advanced',
  period: 21,
  template: 'showcase',
  publishedDaysAgo: 45,
  attachment: 'python-async.md',
  intro: CLIPS.eventLoop,
  hours: 12,
  slogan: '等的时候，别站着等',
  whyStudy:
    '给一万个用户发通知，每次请求两百毫秒，一个一个发要半个多小时。机器几乎没有在干活，它只是在等。异步让一个线程同时等一万件事，代价是你必须知道哪一行会让所有人一起停下来。',
  whatToStudyBrief:
    '事件循环与协程、任务与任务组、取消与超时、背压与信号量、异步队列、把阻塞代码挪出去，以及调试与压测。',
  careerImprovement:
    '能为网关、爬取、消息推送类服务选择合适的并发模型，写出可以优雅停止的异步程序，并用数据说明它比线程池好在哪里、差在哪里。',
  prerequisite: '熟悉 Python 函数、异常与上下文管理器，写过不少于一千行代码。',
  outline: outline(
    ['循环在循环什么', '协程、任务与让出。'],
    ['让一群任务守规矩', '超时、取消与并发上限。'],
    ['上线之前', '背压、优雅停止与排错。'],
  ),
  recommended: ['go-concurrency', 'python-from-zero'],
  faqs: faqs(
    ['会讲多进程吗？', '会讲什么时候必须用它：计算密集的部分。写法只占一节。'],
    ['和 Go 的并发课重复吗？', '思路相通，约束相反：这里只有一个线程，谁不让出，谁就挡住所有人。两门一起学收获更大。'],
  ),
  chapters: [
    {
      name: '循环在循环什么',
      summary: '从一个人等，到一个人同时等很多件事。',
      sections: [
        trial(video('event-loop', '事件循环：一个服务员和二十桌客人', CLIPS.eventLoop)),
        doc('coroutine', '协程不会自己跑', 9),
        exercise('order', '练习：预测打印顺序', 20),
      ],
      homework: [],
    },
    {
      name: '让一群任务守规矩',
      summary: '上限、超时、取消，缺一不可。',
      sections: [
        doc('task-group', '任务组：一起开始，一起收场', 10),
        doc('timeout', '超时与取消', 10),
        exercise('probe', '练习：批量体检网站', 30),
      ],
      homework: [
        homework(
          '通知分发器',
          5,
          '从文件读取一万条通知，并发上限两百，单条超时三秒，失败最多重试两次，结束后输出成功、失败与耗时分布。',
          '按 Ctrl-C 后两秒内退出，没有“任务被销毁但仍在等待”的警告。',
        ),
      ],
    },
    {
      name: '上线之前',
      summary: '生产者太快怎么办，卡住了去哪里看。',
      sections: [
        doc('queue', '有界队列：让快的等慢的', 9),
        doc('blocking', '是谁挡住了所有人', 9),
        exercise('shutdown', '练习：优雅停止', 30),
      ],
      homework: [
        homework(
          '压测报告',
          4,
          '对你的分发器分别以并发 50、200、1000 压测，画出吞吐与第 99 百分位延迟，解释拐点出现的原因。',
          '结论有数据支持，能指出瓶颈在哪一端。',
        ),
      ],
    },
  ],
};
