import { doc, exercise, faqs, homework, outline, prices, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const goConcurrency: CourseSeed = {
  slug: 'go-concurrency',
  name: 'Go 并发编程：把 goroutine 用对',
  brief: '启动一个 goroutine 只要两个字母，让它按时结束才是本事。用一个限速下载器，把通道、取消和竞态讲透。',
  hue: 188,
  glyph: 'Go',
  status: 'online',
  prices: prices([30, 15_900], [90, 21_900], [180, 29_900], [360, 39_900]),
  teachers: ['周牧之'],
  subCategory: 'golang',
  type: 'paid',
  degree: null,
  level: 'intermediate',
  period: 28,
  template: 'showcase',
  publishedDaysAgo: 96,
  attachment: 'go-concurrency.md',
  intro: CLIPS.channel,
  hours: 16,
  slogan: '每个 goroutine 都要知道自己怎么死',
  whyStudy:
    '线上服务内存缓慢上涨、重启就好，十次里有七次是 goroutine 泄漏：有人在等一个永远不会来的消息。这类问题测试环境测不出来，只能靠写代码时的纪律。这门课教的就是这套纪律。',
  whatToStudyBrief:
    'goroutine 的调度与代价、有缓冲与无缓冲通道、select 与超时、context 的传递、errgroup、互斥锁与原子操作、竞态检测器和泄漏排查。',
  careerImprovement:
    '能独立设计有上限、可取消、不泄漏的并发流程，能看懂 pprof 的 goroutine 画像并定位泄漏点，胜任后端服务的并发模块开发与评审。',
  prerequisite: '会写 Go 的函数、结构体和接口，用过 go test。没有并发经验正好，少些要改的习惯。',
  outline: outline(
    ['谁在等谁', '用通道把数据和所有权一起交出去。'],
    ['按时结束', '超时、取消与错误的传播。'],
    ['共享与保护', '锁、原子操作和竞态检测。'],
  ),
  recommended: ['python-async', 'k8s-troubleshooting', 'postgresql-tuning'],
  faqs: faqs(
    ['需要学过操作系统吗？', '不需要。用到线程与调度的地方，课程会用一张图补上。'],
    ['使用哪个版本？', 'Go 1.22 以上，循环变量的语义按新规则讲，旧规则只作为排错知识提及。'],
    ['有项目吗？', '三章共同完成一个限速下载器，最后一版支持断点、取消和并发上限。'],
  ),
  chapters: [
    {
      name: '谁在等谁',
      summary: 'goroutine 与通道的基本功。',
      sections: [
        trial(doc('goroutine', '两个字母的代价', 9)),
        video('channel', '通道：交出去就不再是你的', CLIPS.channel),
        exercise('workers', '练习：固定三个工人', 25),
      ],
      homework: [
        homework(
          '并发统计日志',
          4,
          '读取一个目录下的全部日志文件，最多四个同时读取，汇总每种级别的行数。任何一个文件读失败时，仍要输出其余结果并报告失败的文件名。',
          'go test -race 通过，goroutine 数量在结束后回到起点。',
        ),
      ],
    },
    {
      name: '按时结束',
      summary: 'select、超时与 context。',
      sections: [
        doc('select', 'select：谁先到听谁的', 9),
        doc('context', 'context：把“不用了”传下去', 10),
        exercise('fastest', '练习：三个镜像取最快', 25),
      ],
      homework: [],
    },
    {
      name: '共享与保护',
      summary: '不得不共享内存的时候。',
      sections: [
        doc('mutex', '互斥锁：临界区越短越好', 9),
        doc('race', '竞态检测器与泄漏排查', 10),
        exercise('limiter', '练习：限速下载器', 45),
      ],
      homework: [
        homework(
          '修好三个坏程序',
          5,
          '材料中有三段代码，分别有竞态、死锁和泄漏。请写出能让问题稳定复现的测试，再修复，并用两三句话说明原因。',
          '修复前测试失败，修复后连续运行一百次通过。',
        ),
      ],
    },
  ],
};
