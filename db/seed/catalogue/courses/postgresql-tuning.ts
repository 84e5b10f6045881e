import { doc, exercise, faqs, homework, outline, prices, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const postgresqlTuning: CourseSeed = {
  slug: 'postgresql-tuning',
  name: 'PostgreSQL 查询优化',
  brief: '学会读执行计划，比记住一百条优化口诀有用。用一份两千万行的订单数据，把慢查询一条条救回来。',
  hue: 36,
  glyph: 'SQL',
  status: 'online',
  prices: prices([30, 29_900], [90, 39_900], [180, 59_900], [360, 79_900], [720, 89_900]),
  teachers: ['顾长风'],
  subCategory: 'database',
  type: 'paid',
  degree: null,
  level: 'advanced',
  period: 30,
  template: 'showcase',
  publishedDaysAgo: 84,
  attachment: 'postgresql-tuning.md',
  intro: CLIPS.btree,
  hours: 22,
  slogan: '先看计划，再动手',
  whyStudy:
    '“加个索引试试”是最昂贵的一句话：每个索引都要在写入时付费，而它可能从来没有被用过。这门课让你在动手之前就能说出，数据库打算读多少页、为什么这样打算、以及它哪里估错了。',
  whatToStudyBrief:
    '执行计划的阅读、统计信息与估算、B 树与复合索引、连接算法、分页与聚合、锁与等待、真空与膨胀、参数与监控。',
  careerImprovement:
    '能独立处理线上慢查询，给出有数据的修改理由；能在设计阶段就避开常见的坑。后端与数据岗位面试中，这是最容易拉开差距的一项。',
  prerequisite: '会写带连接和分组的 SQL，装过 PostgreSQL。课程使用 16 以上版本。',
  outline: outline(
    ['读懂计划', '数据库的内心独白。'],
    ['索引是一棵树', '顺序决定一切。'],
    ['连接与分页', '两个最常见的慢。'],
    ['并发与日常', '锁、膨胀与监控。'],
  ),
  recommended: ['web-backend', 'pandas-analysis', 'go-concurrency'],
  faqs: faqs(
    ['用 MySQL 能学吗？', '原理部分通用，计划的写法和部分特性不同。建议在本机装一个 PostgreSQL 跟着做。'],
    ['数据怎么准备？', '材料里有生成脚本，普通笔记本大约十分钟生成两千万行，占用约四 GB 磁盘。'],
    ['讲分库分表吗？', '不讲。绝大多数团队在真正需要它之前，先需要的是这门课里的内容。'],
  ),
  chapters: [
    {
      name: '读懂计划',
      summary: '它打算怎么做，以及它哪里想错了。',
      sections: [
        trial(doc('explain', '从里往外读', 10)),
        doc('estimate', '估错的行数是一切慢的起点', 10),
        exercise('read', '练习：给三份计划找病因', 25),
      ],
      homework: [],
    },
    {
      name: '索引是一棵树',
      summary: '有序，所以能少看。',
      sections: [
        video('btree', 'B 树：三步走到两千万分之一', CLIPS.btree),
        doc('composite', '复合索引：先等值，后范围', 10),
        doc('partial', '部分索引与表达式索引', 8),
        exercise('design', '练习：为订单列表设计索引', 30),
      ],
      homework: [
        homework(
          '索引清理',
          5,
          '给定一个有十二个索引的表和一周的使用统计，提出保留、合并、删除的方案，并估算写入能快多少。',
          '删除不少于四个，且所有给定查询的读取页数不增加。',
        ),
      ],
    },
    {
      name: '连接与分页',
      summary: '两个最常见的慢。',
      sections: [
        doc('join', '三种连接，三种代价', 10),
        doc('paging', '翻到第一千页', 9),
        exercise('report', '练习：救活一张四十分钟的报表', 40),
      ],
      homework: [],
    },
    {
      name: '并发与日常',
      summary: '快不快是一回事，堵不堵是另一回事。',
      sections: [
        doc('locks', '谁在等谁', 10),
        doc('vacuum', '被删除的行去哪儿了', 9),
        exercise('deadlock', '练习：复现并消除死锁', 30),
      ],
      homework: [
        homework(
          '一次完整的诊断',
          7,
          '对材料中的“周一早上变慢”快照写出诊断报告：现象、证据、假设、验证、措施与预防。',
          '证据链完整，措施可以回退。',
        ),
      ],
    },
  ],
};
