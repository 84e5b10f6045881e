import { doc, exercise, faqs, homework, outline, prices, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const k8sTroubleshooting: CourseSeed = {
  slug: 'k8s-troubleshooting',
  name: 'Kubernetes 生产排障二十例',
  brief: '二十张真实改编的故障单，一张一个坏掉的集群。从告警响起到写完复盘，全程自己动手。',
  hue: 168,
  glyph: '排障',
  status: 'upcoming',
  prices: prices([90, 35_900], [180, 45_900], [360, 59_900]),
  teachers: ['贺兰山', '唐一诺'],
  subCategory: 'cloud-native',
  type: 'paid',
  degree: null,
  level: 'advanced',
  period: 40,
  template: 'classic',
  publishedDaysAgo: -25,
  attachment: 'k8s-troubleshooting.md',
  intro: null,
  hours: 20,
  slogan: '故障不会照着文档发生',
  whyStudy:
    '文档告诉你每个字段是什么意思，却不会告诉你“为什么它一直停在 Pending”。排障靠的是见过。二十张故障单覆盖调度、镜像、网络、存储、证书与控制面，每张都附有当时值班人员走过的弯路。',
  whatToStudyBrief:
    '排障的固定步骤、事件与状态的阅读、节点压力与驱逐、域名解析、证书轮换、存储挂载、控制面异常，以及复盘写作。',
  careerImprovement: '独立值班，面对没见过的故障能在十分钟内缩小范围，并给出不扩大影响的处置。',
  prerequisite: '使用 Kubernetes 半年以上，或完成学位课的容器模块。',
  outline: outline(['方法', '四步定位法。'], ['起不来', '调度、镜像与启动。'], ['连不上', '域名、网络策略与证书。']),
  recommended: ['go-concurrency', 'web-security'],
  faqs: faqs(
    ['什么时候上线？', '前三章已经录制完成，正在邀请十位同学试学，按课程页面显示的日期开放购买。'],
    ['集群要自己准备吗？', '提供一键创建和一键弄坏的脚本，单机即可。'],
  ),
  chapters: [
    {
      name: '方法',
      summary: '四步定位法。',
      sections: [
        trial(doc('method', '先画链路，再切一半', 8)),
        video('rollout', '发布卡住时你在看什么', CLIPS.rollingUpdate),
      ],
      homework: [],
    },
    {
      name: '起不来',
      summary: '调度、镜像与启动。',
      sections: [doc('pending', '一直 Pending', 9), exercise('ticket-3', '故障单三：半夜的驱逐', 35)],
      homework: [
        homework(
          '值班手册',
          5,
          '为你的团队写一份一页纸的值班手册，覆盖最常见的五种告警。',
          '请一位不熟悉系统的同事照着处理一次演练，过程中没有提问。',
        ),
      ],
    },
    {
      name: '连不上',
      summary: '域名、网络策略与证书。',
      sections: [doc('dns', '又是域名', 9), exercise('ticket-9', '故障单九：每到整点就超时', 40)],
      homework: [],
    },
  ],
};
