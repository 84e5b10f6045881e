import { doc, exercise, faqs, homework, outline, prices, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const webSecurity: CourseSeed = {
  slug: 'web-security',
  name: 'Web 安全：写给开发者的攻防课',
  brief: '十个漏洞，每个都先在自己的靶场里打穿，再亲手修好，最后写一个测试让它不再回来。',
  hue: 4,
  glyph: '盾',
  status: 'online',
  prices: prices([30, 19_900], [90, 26_900], [180, 34_900], [360, 45_900]),
  teachers: ['秦九野'],
  subCategory: 'security',
  type: 'paid',
  degree: null,
  level: 'intermediate',
  period: 30,
  template: 'classic',
  publishedDaysAgo: 52,
  attachment: 'web-security.md',
  intro: null,
  hours: 17,
  slogan: '自己打穿一次，就再也忘不了',
  whyStudy:
    '安全规范读十遍，不如亲手用一个引号绕过自己写的登录。开发者不需要成为黑客，但需要知道自己每天写的那几行，在另一双眼睛里是什么样子。',
  whatToStudyBrief:
    '注入、跨站脚本、跨站请求伪造、越权、文件上传、服务端请求伪造、会话与令牌、支付逻辑漏洞，以及安全测试的写法。',
  careerImprovement:
    '能在设计评审中指出安全问题并给出改法，能独立修复渗透测试报告中的常见项，后端与全栈岗位的明显加分项。',
  prerequisite: '用任意语言写过带登录的网站。所有实验只在本机靶场进行。',
  outline: outline(
    ['输入不可信', '注入与脚本。'],
    ['身份会被冒用', '会话、伪造与越权。'],
    ['逻辑也有漏洞', '支付、并发与服务端请求。'],
  ),
  recommended: ['react-typescript', 'postgresql-tuning', 'code-review'],
  faqs: faqs(
    ['学这个合法吗？', '在自己搭建的靶场练习是合法的。未经授权测试他人系统是违法的，课程第一节会讲清楚。'],
    ['靶场怎么安装？', '一个 Python 文件，一条命令启动，只监听本机地址，随时可以重置。'],
    ['需要会前端吗？', '能读懂 HTML 和简单的脚本即可。'],
  ),
  chapters: [
    {
      name: '输入不可信',
      summary: '注入与脚本。',
      sections: [
        trial(doc('injection', '一个引号的故事', 9)),
        doc('xss', '别人的脚本在你的页面里运行', 10),
        exercise('search', '练习：攻破并修好搜索框', 30),
      ],
      homework: [],
    },
    {
      name: '身份会被冒用',
      summary: '会话、伪造与越权。',
      sections: [
        video('https', '握手之后：为什么需要加密', CLIPS.handshake),
        doc('csrf', '你登录着，别人替你点', 9),
        exercise('upload', '练习：头像上传', 30),
      ],
      homework: [
        homework(
          '一份修复报告',
          5,
          '靶场的论坛模块有六个漏洞。逐个提交：复现步骤、影响、修复代码、回归测试。',
          '六个全部修复，原有功能测试保持通过。',
        ),
      ],
    },
    {
      name: '逻辑也有漏洞',
      summary: '支付、并发与服务端请求。',
      sections: [
        doc('payment', '零元购是怎样发生的', 10),
        doc('ssrf', '请你的服务器帮我访问内网', 9),
        exercise('coupon', '练习：一张券用两次', 35),
      ],
      homework: [
        homework(
          '给自己的项目做一次体检',
          7,
          '选一个自己的项目，按课程清单检查，修复发现的问题，并把检查写成自动化测试。',
          '清单每一项都有结论与证据，至少修复一个真实问题。',
        ),
      ],
    },
  ],
};
