import { doc, exercise, faqs, homework, outline, prices, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const cssLayout: CourseSeed = {
  slug: 'css-layout',
  name: 'CSS 布局：从盒子到响应式',
  brief: '不再靠试。弄懂盒模型、弹性盒与网格三件事，拿到任何一张设计稿都能先在纸上画出结构。',
  hue: 332,
  glyph: '{ }',
  status: 'online',
  prices: prices([7, 990], [30, 3_900], [360, 6_900]),
  teachers: ['苏晚晴'],
  subCategory: 'frontend',
  type: 'paid',
  degree: null,
  level: 'beginner',
  period: 14,
  template: 'classic',
  publishedDaysAgo: 150,
  attachment: 'css-layout.md',
  intro: null,
  hours: 8,
  slogan: '九块九，把“怎么又歪了”治好',
  whyStudy:
    '很多人写了两年页面，遇到居中仍然要搜索。原因不是 CSS 难，而是属性学得太散：margin 学一遍，float 学一遍，却没有人讲过浏览器按什么顺序算尺寸。把这个顺序弄清楚，剩下的都是查手册。',
  whatToStudyBrief:
    '盒模型与尺寸计算、弹性盒的主轴与剩余空间、网格的轨道与区域、媒体查询与容器查询、以及深色模式和字体缩放下不会破的布局习惯。',
  careerImprovement:
    '能独立还原一张中等复杂度的设计稿，并在代码评审里说清楚某个布局为什么会在小屏上溢出。后端同学学完，可以自己搭管理后台。',
  prerequisite: '知道 HTML 标签要成对出现，会用浏览器打开本地文件。',
  outline: outline(
    ['盒子', '浏览器怎样决定一个元素有多大。'],
    ['排列', '一维用弹性盒，二维用网格。'],
    ['适应', '从手机到宽屏，一套规则走到底。'],
  ),
  recommended: ['react-typescript', 'git-teamwork'],
  faqs: faqs(
    ['要学浮动吗？', '只用十分钟讲它原本的用途：文字环绕图片。布局不再用它。'],
    ['一周够不够？', '专心看四个晚上可以看完。作业建议隔天做，布局的手感需要睡一觉。'],
  ),
  chapters: [
    {
      name: '一切都是盒子',
      summary: '尺寸从哪里来，边距到哪里去。',
      sections: [
        trial(video('box-model', '盒模型：四层纸盒', CLIPS.boxModel)),
        doc('sizing', '宽度由外向内，高度由内向外', 9),
        exercise('card', '练习：一张不会撑破的卡片', 20),
      ],
      homework: [
        homework(
          '名片三连',
          2,
          '用同一份 HTML 写出三种名片样式：等宽、随内容、占满父级。不使用任何框架。',
          '把窗口从 1200 像素拖到 320 像素，没有出现横向滚动条。',
        ),
      ],
    },
    {
      name: '排列：弹性盒与网格',
      summary: '先分清是一条线还是一张表。',
      sections: [
        doc('flex', '弹性盒：分配剩余的空间', 10),
        doc('grid', '网格：先画格子，再放东西', 10),
        exercise('dashboard', '练习：后台首页的骨架', 30),
      ],
      homework: [],
    },
    {
      name: '适应任何一块屏幕',
      summary: '断点、容器和用户的偏好。',
      sections: [
        doc('media', '媒体查询：从小屏写起', 8),
        doc('preferences', '尊重用户的设置', 7),
        exercise('gallery', '练习：课程列表页', 35),
      ],
      homework: [
        homework(
          '还原一张设计稿',
          5,
          '从材料里任选一张线框图，写成响应式页面。要求：三种宽度下都有截图；字体放大到 200 % 仍然可读；深色模式可用。',
          '键盘可以走完所有链接，三张截图与线框一致。',
        ),
      ],
    },
  ],
};
