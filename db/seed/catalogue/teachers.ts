import type { TEACHER_ROLES } from '@/lib/domain/catalogue';

interface TeacherSeed {
  readonly name: string;
  readonly role: (typeof TEACHER_ROLES)[number];
  readonly title: string;
  readonly signature: string;
  readonly brief: string;
  /** 0–359 */
  readonly hue: number;
}

/** The mentor that the demo account `nami` grades homework as. */
export const DEMO_MENTOR = '娜美';

export const TEACHERS: readonly TeacherSeed[] = [
  {
    name: '林知远',
    role: 'lecturer',
    title: 'Python 首席讲师',
    signature: '能跑的代码只是草稿，读得懂的才是作品。',
    brief:
      '写 Python 十三年，做过票务平台的订单中心和一套服务上百家诊所的排班系统。讲课喜欢从一个会出错的程序开始，带着大家把错误读完再动手。',
    hue: 212,
  },
  {
    name: '周牧之',
    role: 'lecturer',
    title: '后端架构讲师',
    signature: '并发不难，难的是知道谁在等谁。',
    brief:
      '曾负责一家物流公司的运单路由服务，把它从单体拆到二十多个 Go 服务，也亲手合并回去过四个。相信好的架构是删出来的。',
    hue: 187,
  },
  {
    name: '苏晚晴',
    role: 'lecturer',
    title: '前端讲师',
    signature: '用户不关心你用了什么框架，只关心按钮灵不灵。',
    brief:
      '从切图写到组件库，主导过一套面向视障用户的购票网站改造。课程里会反复做一件事：关掉鼠标，只用键盘把页面走一遍。',
    hue: 338,
  },
  {
    name: '顾长风',
    role: 'lecturer',
    title: '数据库讲师',
    signature: '先看执行计划，再谈感觉。',
    brief:
      '十五年数据库从业经历，处理过一张三百亿行的流水表，也处理过因为少一个索引而瘫痪的早高峰。擅长把玄学问题还原成几行计划输出。',
    hue: 28,
  },
  {
    name: '沈若溪',
    role: 'lecturer',
    title: '数据分析讲师',
    signature: '数字不会说谎，但平均数会。',
    brief:
      '统计学出身，先后在连锁餐饮和在线教育公司做增长分析。她的课堂每次都从一个业务问题起步，以一张能让店长看懂的图结束。',
    hue: 288,
  },
  {
    name: '陆行舟',
    role: 'lecturer',
    title: '机器学习讲师',
    signature: '先有基线，再有模型。',
    brief:
      '做过信贷风控与设备故障预测，见过离线指标满分、上线一败涂地的模型。教学重心不在推公式，而在让你知道每个数字为什么会骗人。',
    hue: 152,
  },
  {
    name: '江屿',
    role: 'lecturer',
    title: '大模型应用讲师',
    signature: '提示词是接口，评测才是工程。',
    brief: '参与搭建过面向政务热线的知识问答系统，负责检索与评测。主张每一次改动都要先有一份会让它失败的测试集。',
    hue: 254,
  },
  {
    name: '贺兰山',
    role: 'lecturer',
    title: '运维与云原生讲师',
    signature: '凌晨三点的告警，白天就写好了答案。',
    brief: '从机房布线做到平台工程，管理过四千台主机的集群。手里存着十年的故障复盘，课堂上的每个案例都真实地响过铃。',
    hue: 200,
  },
  {
    name: '秦九野',
    role: 'lecturer',
    title: '网络安全讲师',
    signature: '理解攻击，是为了睡得着。',
    brief: '长期做企业防守方，带队完成过多次攻防演练。课程只在自建靶场里动手，并且总是先讲授权与边界，再讲技术。',
    hue: 5,
  },
  {
    name: DEMO_MENTOR,
    role: 'mentor',
    title: 'Python 方向学习导师',
    signature: '航海图画得再好，也要有人提醒你今天起风了。',
    brief:
      '曾是数据工程师，如今专职带学员。批改作业会逐行写意见，每周三晚上固定在线答疑，最擅长帮人把「不知道从哪里下手」拆成三件小事。',
    hue: 24,
  },
  {
    name: '方小满',
    role: 'mentor',
    title: '数据与人工智能方向学习导师',
    signature: '慢一点没关系，别停。',
    brief:
      '转行进入数据行业的过来人，熟悉初学者会在哪里卡住。负责学位课的节奏管理，会在你连续三天没有打开课程时发来一条消息。',
    hue: 96,
  },
  {
    name: '唐一诺',
    role: 'mentor',
    title: '运维与安全方向学习导师',
    signature: '把环境弄坏，再把它修好，就学会了。',
    brief: '五年一线运维，考过的证书都是自己动手练出来的。答疑从不直接给命令，而是先问：你觉得它现在处在什么状态？',
    hue: 172,
  },
];
