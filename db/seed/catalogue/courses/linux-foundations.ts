import { doc, exercise, faqs, homework, outline, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const linuxFoundations: CourseSeed = {
  slug: 'linux-foundations',
  name: '模块一 · Linux 系统与网络',
  brief: '从一台空白主机开始：进程、权限、磁盘、网络，学会问它“你现在怎么了”。',
  hue: 64,
  glyph: '$_',
  status: 'online',
  prices: [],
  teachers: ['贺兰山', '唐一诺'],
  subCategory: 'linux',
  type: 'degree_module',
  degree: 'cloud-security',
  level: 'beginner',
  period: 45,
  template: 'classic',
  publishedDaysAgo: 220,
  attachment: 'linux-foundations.md',
  intro: null,
  hours: 34,
  slogan: '先看现象，再碰键盘',
  whyStudy:
    '出故障时最常见的动作是重启。重启往往有用，代价是现场没了，下周它还会再来。运维的基本功是在动手之前用十条命令看清现状，这十条命令背后，是操作系统怎样分配 CPU、内存、磁盘和网络。',
  whatToStudyBrief:
    '命令行与管道、文件与权限、进程与信号、服务管理、磁盘与文件系统、网络分层与排查、日志、脚本自动化。',
  careerImprovement: '能独立管理十台以内的主机，完成部署、备份、排障与交接文档，达到初级运维工程师的要求。',
  prerequisite: '会安装虚拟机软件，电脑内存不低于 8 GB。',
  outline: outline(
    ['和系统说话', '命令、管道与权限。'],
    ['它现在怎么了', '进程、内存与磁盘。'],
    ['网线的另一头', '从网卡到浏览器。'],
  ),
  recommended: ['containers', 'git-teamwork'],
  faqs: faqs(
    ['用哪个发行版？', '课程以 Debian 为主，与其他发行版不同的地方会单独说明。'],
    ['Windows 电脑可以学吗？', '可以，用虚拟机或 WSL。涉及内核与服务管理的实验建议使用虚拟机。'],
  ),
  chapters: [
    {
      name: '和系统说话',
      summary: '命令、管道与权限。',
      sections: [
        trial(doc('pipe', '管道：小工具接成流水线', 9)),
        doc('permission', '权限：谁能对它做什么', 9),
        exercise('log', '练习：一行命令读懂访问日志', 25),
      ],
      homework: [],
    },
    {
      name: '它现在怎么了',
      summary: '进程、内存与磁盘。',
      sections: [
        doc('sixty', '登录后的第一分钟', 10),
        doc('signal', '进程与信号：好好说再见', 9),
        exercise('disk', '练习：磁盘满了，文件却找不到', 25),
      ],
      homework: [
        homework(
          '三台生病的主机',
          7,
          '请同伴用材料里的三段脚本弄坏你的三份虚拟机快照，症状分别是：登录很慢、服务反复重启、文件写不进去。写出诊断过程与修复，不许重装。',
          '每台都有证据链，修复后重启一次仍然正常。',
          15_000,
        ),
      ],
    },
    {
      name: '网线的另一头',
      summary: '从网卡到浏览器。',
      sections: [
        video('handshake', '三次握手：能听到我吗', CLIPS.handshake),
        doc('layers', '网络不通，从下往上查', 10),
        exercise('cut', '练习：是谁切断了连接', 30),
      ],
      homework: [
        homework(
          '无人值守的备份',
          8,
          '写一套备份脚本：每日增量、每周全量、异地一份、自动校验、失败告警，并真正做一次恢复演练。',
          '导师随机删除一个文件，你在二十分钟内恢复并说明丢失了多少。',
          25_000,
        ),
      ],
    },
  ],
};
