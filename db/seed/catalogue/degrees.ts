import { fen } from '@/lib/domain/money';
import { faqs, prices } from './build';
import type { DegreeSeed } from './types';

export const DEGREES: readonly DegreeSeed[] = [
  {
    slug: 'python-fullstack',
    name: 'Python 全栈工程师',
    brief: '从第一行代码到一个上线运行、有人付费的网站。三大模块、九次导师批改、一个可以写进简历的完整项目。',
    hue: 216,
    glyph: '全栈',
    status: 'online',
    prices: prices([180, 498_000], [360, 798_000], [540, 998_000]),
    teachers: ['林知远', '周牧之', '苏晚晴', '娜美'],
    totalScholarshipFen: fen(300_000),
    mentorCompensationBonusFen: fen(60_000),
    period: 180,
    prerequisite: '会使用电脑安装软件、整理文件夹即可。需要每周能拿出十小时，并且有一台内存不低于 8 GB 的电脑。',
    scholarships: [
      { timePercent: 60, valueFen: fen(120_000) },
      { timePercent: 80, valueFen: fen(80_000) },
      { timePercent: 100, valueFen: fen(40_000) },
    ],
    faqs: faqs(
      [
        '完全没有编程基础能跟上吗？',
        '可以。第一个模块就是从变量讲起的，前四周每天的任务控制在一个半小时以内，导师会根据你的作业决定是否放慢节奏。',
      ],
      [
        '奖学金怎么拿？',
        '分两部分。作业奖学金：每份作业通过后，发放作业旁标明的金额。进度奖学金：从开课那天算起，用时不超过推荐周期的 60 %、80 %、100 % 完成全部作业，取达到的最高一档。两部分合计就是奖学金总额。',
      ],
      ['上班时间学不了怎么办？', '课程全部可以回看，作业没有固定的上课时间；导师答疑安排在工作日晚间和周六上午。'],
      ['有效期结束后还能看吗？', '有效期内购买同一学位课会在原到期日之后顺延；过期后学习记录仍然保留，续期即可继续。'],
    ),
  },
  {
    slug: 'data-ai-engineer',
    name: '数据与人工智能工程师',
    brief: '先学会质疑一个数字，再学会让模型产生数字。统计、机器学习、大模型三段式进阶，每段交付一份能答辩的报告。',
    hue: 268,
    glyph: '智',
    status: 'online',
    prices: prices([180, 698_000], [360, 1_080_000], [540, 1_380_000], [720, 1_580_000]),
    teachers: ['沈若溪', '陆行舟', '江屿', '方小满'],
    totalScholarshipFen: fen(415_000),
    mentorCompensationBonusFen: fen(90_000),
    period: 240,
    prerequisite:
      '能用 Python 写循环、函数和字典；高中数学中的函数与概率还有印象。忘了也没关系，第一周安排了数学补课。',
    scholarships: [
      { timePercent: 50, valueFen: fen(180_000) },
      { timePercent: 75, valueFen: fen(120_000) },
      { timePercent: 100, valueFen: fen(60_000) },
    ],
    faqs: faqs(
      [
        '需要自己准备显卡吗？',
        '不需要。机器学习模块的数据集都控制在普通笔记本几分钟内能跑完；大模型模块使用公开的接口，学习用量每月大约一杯奶茶的费用。',
      ],
      [
        '数学不好会不会学不下去？',
        '课程里的数学都围绕「这个数字会在什么时候骗你」展开，公式推导放在选读材料里，作业不考推导。',
      ],
      ['奖学金总额是怎么算的？', '作业奖学金（每份作业通过后发放）加上进度奖学金的最高一档。进度越快，这一档越高。'],
      [
        '学完能做什么岗位？',
        '往届学员主要去向是数据分析、算法应用和大模型应用开发。我们不承诺就业结果，但每份作业都按企业交付物的标准批改。',
      ],
    ),
  },
  {
    slug: 'cloud-security',
    name: '云原生运维与安全工程师',
    brief: '会建、会修、会守。从一台 Linux 主机到一个滚动发布的集群，再到读懂日志里的异常，全程在自己的靶场里动手。',
    hue: 176,
    glyph: '云盾',
    status: 'online',
    prices: prices([180, 398_000], [360, 628_000], [540, 798_000]),
    teachers: ['贺兰山', '秦九野', '唐一诺'],
    totalScholarshipFen: fen(230_000),
    mentorCompensationBonusFen: fen(50_000),
    period: 150,
    prerequisite: '知道 IP 地址和端口大致是什么，用过任意一种命令行。建议电脑内存 16 GB,以便同时运行三台虚拟机。',
    scholarships: [
      { timePercent: 60, valueFen: fen(90_000) },
      { timePercent: 85, valueFen: fen(60_000) },
      { timePercent: 100, valueFen: fen(30_000) },
    ],
    faqs: faqs(
      [
        '奖学金总额是怎么算的？',
        '三个模块的作业奖学金之和，加上进度奖学金中最高的一档。作业不合格可以修改后重交，不影响金额。',
      ],
      ['需要购买云服务器吗？', '不需要。全部实验都在本机虚拟机里完成，我们提供一份可以反复重置的实验环境说明。'],
      [
        '安全部分会教攻击吗？',
        '会在自建靶场里复现常见漏洞，目的是写出检测规则和修复方案。对任何未获授权的系统动手都是违法的，课程开始前需要签署承诺。',
      ],
      [
        '和考证培训有什么区别？',
        '我们不押题。作业是故障单：给你一个坏掉的环境，请你修好并写复盘。学完后多数认证考试的实操部分会变得轻松。',
      ],
    ),
  },
];
