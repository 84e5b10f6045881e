import { doc, exercise, faqs, homework, outline, prices, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const gitTeamwork: CourseSeed = {
  slug: 'git-teamwork',
  name: 'Git 与团队协作',
  brief: '不背命令。看懂提交、分支和指针这三样东西，就再也不会因为一次合并冲突而重新克隆仓库。',
  hue: 16,
  glyph: 'git',
  status: 'online',
  prices: prices([7, 990], [30, 2_900], [360, 4_900]),
  teachers: ['周牧之', '唐一诺'],
  subCategory: 'engineering',
  type: 'paid',
  degree: null,
  level: 'beginner',
  period: 10,
  template: 'classic',
  publishedDaysAgo: 240,
  attachment: 'git-teamwork.md',
  intro: null,
  hours: 6,
  slogan: '改坏了也不怕，回得来',
  whyStudy:
    '“最终版”“最终版二”“打死不改版”是每个人都经历过的版本管理。Git 不只是备份：它让你可以放心地试，试错了回到任何一刻；也让五个人同时改一个项目，而不用在群里喊“先别动”。',
  whatToStudyBrief: '提交与暂存、分支与合并、解决冲突、撤销的五种方式、远程协作、写一条让人看得懂的提交说明。',
  careerImprovement:
    '入职第一天就能参与协作：会开分支、会提合并请求、会根据意见修改，也会在误操作后不慌不忙地找回代码。',
  prerequisite: '会在终端里进入文件夹。安装说明在课程材料里。',
  outline: outline(
    ['看不见的三个区', '工作区、暂存区与仓库。'],
    ['分支只是一个名字', '合并、变基与冲突。'],
    ['和别人一起', '远程、评审与补救。'],
  ),
  recommended: ['code-review', 'python-from-zero', 'css-layout'],
  faqs: faqs(
    ['用图形界面还是命令行？', '课程用命令行讲原理，日常你完全可以用图形界面。懂了原理，按钮上的字就都看得懂了。'],
    ['团队用的不是 GitHub 可以学吗？', '可以。合并请求的流程在各家平台大同小异，课程只用到共同的部分。'],
    ['会讲变基吗？', '会，并且花一整节说明什么时候不要用。'],
  ),
  chapters: [
    {
      name: '看不见的三个区',
      summary: '一次提交里到底装了什么。',
      sections: [
        trial(doc('snapshot', '提交是一张快照', 8)),
        doc('undo', '撤销的五种方式', 9),
        exercise('pieces', '练习：把一次大改动拆成三次提交', 20),
      ],
      homework: [],
    },
    {
      name: '分支只是一个名字',
      summary: '分叉与汇合。',
      sections: [
        video('branch', '分支：贴在提交上的便签', CLIPS.gitBranch),
        doc('conflict', '冲突不是错误', 9),
        exercise('merge', '练习：两个人改了同一行', 20),
      ],
      homework: [
        homework(
          '模拟一次发布',
          3,
          '在本地仓库里演练：主分支、两个功能分支、一个紧急修复。最后主分支上能看出每个功能从哪里来，且紧急修复没有夹带未完成的功能。',
          '提供 git log --graph 的输出，并解释每一个分叉。',
        ),
      ],
    },
    {
      name: '和别人一起',
      summary: '远程仓库与评审。',
      sections: [
        doc('remote', '远程：别人的指针', 8),
        doc('message', '写给半年后的提交说明', 7),
        exercise('rescue', '练习：找回被删掉的分支', 15),
      ],
      homework: [],
    },
  ],
};
