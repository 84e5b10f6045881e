import { doc, exercise, faqs, homework, outline, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const containers: CourseSeed = {
  slug: 'containers',
  name: '模块二 · 容器与 Kubernetes',
  brief: '镜像为什么这么大，容器为什么会被杀，发布为什么会掉请求：三个为什么串起整个云原生。',
  hue: 204,
  glyph: '容器',
  status: 'online',
  prices: [],
  teachers: ['贺兰山', '唐一诺'],
  subCategory: 'cloud-native',
  type: 'degree_module',
  degree: 'cloud-security',
  level: 'intermediate',
  period: 55,
  template: 'showcase',
  publishedDaysAgo: 140,
  attachment: 'containers.md',
  intro: CLIPS.rollingUpdate,
  hours: 38,
  slogan: '声明你要什么，别告诉它怎么做',
  whyStudy:
    '会写一份部署文件，不等于会用 Kubernetes。很多团队搬上集群之后，发布照样掉请求，重启照样丢数据，只是多了一层看不懂的抽象。这个模块从一个进程讲起，一层层加上去，每一层都先让你看到没有它会怎样。',
  whatToStudyBrief:
    '命名空间与控制组、镜像分层与瘦身、编排对象、探针与滚动发布、配置与密钥、存储、资源与调度、网络与入口。',
  careerImprovement:
    '能把一个现有服务容器化并稳定运行在集群上，做到发布无损、可回滚、资源合理，胜任平台或运维开发岗位。',
  prerequisite: '完成模块一。',
  outline: outline(
    ['一个进程的牢房', '容器到底是什么。'],
    ['声明与调和', '集群怎样把现实变成愿望。'],
    ['无损发布', '探针、优雅退出与回滚。'],
  ),
  recommended: ['linux-foundations', 'security-operations', 'k8s-troubleshooting'],
  faqs: faqs(
    ['本机跑得动集群吗？', '实验使用单机三节点的轻量集群，16 GB 内存即可；8 GB 的同学可以用单节点完成九成实验。'],
    ['会讲服务网格吗？', '只在选修里介绍它解决什么问题，以及大多数团队为什么还不需要。'],
  ),
  chapters: [
    {
      name: '一个进程的牢房',
      summary: '容器到底是什么。',
      sections: [
        trial(doc('namespace', '容器不是小虚拟机', 9)),
        doc('image', '镜像：一摞只读的胶片', 9),
        exercise('slim', '练习：把 1 GB 减到 80 MB', 30),
      ],
      homework: [],
    },
    {
      name: '声明与调和',
      summary: '集群怎样把现实变成愿望。',
      sections: [
        doc('reconcile', '它一直在对比', 9),
        doc('resources', '请求与上限：两个不同的承诺', 9),
        exercise('oom', '练习：它为什么总被杀', 25),
      ],
      homework: [
        homework(
          '容器化一个老服务',
          8,
          '把材料中的老服务容器化并部署：非 root 运行、只读根文件系统、配置与密钥分离、日志写标准输出。',
          '镜像小于 150 MB，删除任意一个副本服务不中断。',
          20_000,
        ),
      ],
    },
    {
      name: '无损发布',
      summary: '探针、优雅退出与回滚。',
      sections: [
        video('rolling', '滚动发布：先来的站稳，老的再走', CLIPS.rollingUpdate),
        doc('probes', '三种探针，三个问题', 10),
        exercise('zero-loss', '练习：发布时一个请求也不丢', 40),
      ],
      homework: [
        homework(
          '可以回滚的数据库变更',
          9,
          '设计一次改列名的发布：分几步、每步可以回滚到哪里，并在持续压测下演练完整过程。',
          '全程无错误请求，回滚一次再前进一次，数据一致。',
          30_000,
        ),
      ],
    },
  ],
};
