import { doc, exercise, faqs, homework, outline, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const webBackend: CourseSeed = {
  slug: 'web-backend',
  name: '模块二 · Web 后端与接口设计',
  brief: '一个请求从到达到返回的全过程：路由、校验、事务、幂等、权限，写出别人敢依赖的接口。',
  hue: 232,
  glyph: '接口',
  status: 'online',
  prices: [],
  teachers: ['周牧之', '林知远', '娜美'],
  subCategory: 'python',
  type: 'degree_module',
  degree: 'python-fullstack',
  level: 'intermediate',
  period: 65,
  template: 'classic',
  publishedDaysAgo: 170,
  attachment: 'web-backend.md',
  intro: null,
  hours: 48,
  slogan: '同一个请求来两次，也只做一次',
  whyStudy:
    '框架的教程十分钟就能跑起来一个接口，可是生产环境里的接口要面对的是：用户连点三下按钮、网络断在最坏的一刻、两个人抢最后一张券、有人拿着别人的订单号来查。这个模块专门处理这些“十分钟之外”的事。',
  whatToStudyBrief:
    'HTTP 语义、参数校验与错误约定、关系建模与迁移、事务与锁、幂等键、会话与权限、后台任务、部署与日志。',
  careerImprovement:
    '能独立设计并实现一个带支付回调的小型业务系统，在面试中把“怎样防止重复扣款”从前端按钮一直讲到数据库约束。',
  prerequisite: '完成模块一，或通过摸底测验。',
  outline: outline(
    ['请求与响应', '把 HTTP 当作约定，而不是管道。'],
    ['数据与事务', '让数据库替你守住底线。'],
    ['身份与权限', '你是谁，你能做什么。'],
    ['阶段项目', '带支付的活动报名系统。'],
  ),
  recommended: ['python-core', 'web-frontend', 'postgresql-tuning'],
  faqs: faqs(
    ['用哪个框架？', '示例使用 FastAPI，因为它最少遮挡 HTTP 本身。概念可以直接搬到 Django 或 Flask。'],
    ['需要自己买域名和服务器吗？', '不需要。项目在本机以容器方式运行，选修的上线实验才用到服务器。'],
  ),
  chapters: [
    {
      name: '请求与响应',
      summary: '看清每一个字节。',
      sections: [
        trial(video('handshake', '一次请求之前发生了什么', CLIPS.handshake)),
        doc('http', '方法与状态码是约定', 10),
        exercise('design', '练习：设计报名接口', 30),
      ],
      homework: [],
    },
    {
      name: '数据与事务',
      summary: '约束写在数据库里，才是约束。',
      sections: [
        doc('constraints', '让非法数据进不来', 10),
        doc('transaction', '事务：要么都做，要么都不做', 11),
        doc('idempotency', '幂等：来两次也只做一次', 10),
        exercise('last-seat', '练习：抢最后一个名额', 40),
      ],
      homework: [
        homework(
          '名额与退款',
          7,
          '实现报名、取消与退款。写一个并发测试：一百人抢十个名额，恰好十人成功；同一退款请求重复二十次，只退一次。',
          '连续运行十次全部通过，没有死锁。',
          20_000,
        ),
      ],
    },
    {
      name: '身份与权限',
      summary: '登录只是开始。',
      sections: [
        doc('session', '会话：记住你是谁', 9),
        doc('authorization', '每一次查询都带上主人', 9),
        exercise('idor', '练习：找出越权漏洞', 25),
      ],
      homework: [
        homework(
          '活动报名系统',
          14,
          '完整实现一个带支付回调的报名系统：验签、金额核对、重复通知、超时关闭。附一份时序图与接口文档。',
          '导师用重放与篡改的通知各测十次，数据始终正确。',
          40_000,
        ),
      ],
    },
  ],
};
