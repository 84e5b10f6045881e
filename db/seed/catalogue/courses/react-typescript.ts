import { doc, exercise, faqs, homework, outline, prices, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const reactTypescript: CourseSeed = {
  slug: 'react-typescript',
  name: 'React + TypeScript：写得久的前端',
  brief: '从一个购物车开始，学会把状态放对地方、让类型替你拦住一半的错误，写出半年后还敢改的组件。',
  hue: 196,
  glyph: '</>',
  status: 'online',
  prices: prices([30, 14_900], [90, 19_900], [180, 26_900], [360, 35_900]),
  teachers: ['苏晚晴'],
  subCategory: 'frontend',
  type: 'paid',
  degree: null,
  level: 'intermediate',
  period: 35,
  template: 'showcase',
  publishedDaysAgo: 60,
  attachment: 'react-typescript.md',
  intro: CLIPS.boxModel,
  hours: 20,
  slogan: '让不可能的状态写不出来',
  whyStudy:
    '教程里的待办清单人人会写，真正难的是第三十个组件：同一个数字存在了四个地方，改了一处，另外三处还是旧的。这门课不讲花哨的技巧，只反复练两件事：状态只存一份，类型说清所有可能。',
  whatToStudyBrief:
    '组件与属性、状态的归属、派生与副作用、表单与校验、服务端数据与缓存、可辨识联合、可访问性，以及组件测试。',
  careerImprovement: '能在现有的 React 项目里独立完成一个功能，从接口类型到键盘操作都交代清楚，评审意见明显变少。',
  prerequisite: '写过 JavaScript，会用 HTML 表单；布局基础建议先学《CSS 布局》。',
  outline: outline(
    ['组件说了算', '输入是属性，输出是界面。'],
    ['状态的归属', '存一份，其余的都算出来。'],
    ['和服务器打交道', '加载、失败、过期。'],
    ['交得出去', '可访问性与测试。'],
  ),
  recommended: ['css-layout', 'git-teamwork', 'web-security'],
  faqs: faqs(
    ['学的是函数组件吗？', '是。类组件只在“读懂旧代码”一节里出现。'],
    ['要先学 TypeScript 吗？', '不必。用到的部分在第一章里讲，够用为止，不炫技。'],
    ['和学位课的前端模块重复吗？', '学位模块侧重与后端配合完成整站；本课侧重组件设计本身。'],
  ),
  chapters: [
    {
      name: '组件说了算',
      summary: '界面是数据的函数。',
      sections: [
        trial(doc('props', '属性：组件的说明书', 9)),
        doc('union', '可辨识联合：把“不可能”写进类型', 10),
        exercise('price-tag', '练习：价格标签', 20),
      ],
      homework: [],
    },
    {
      name: '状态的归属',
      summary: '存在哪里，由谁来改。',
      sections: [
        doc('state', '只存一份', 10),
        doc('effect', '副作用是最后的选择', 10),
        exercise('cart', '练习：购物车', 35),
      ],
      homework: [
        homework(
          '多步报名表',
          5,
          '三步的报名表：上一步、下一步不丢内容，刷新后停在原来的一步，提交时统一校验并把光标移到第一处错误。',
          '状态只有一份，没有用副作用同步两个状态。',
        ),
      ],
    },
    {
      name: '和服务器打交道',
      summary: '请求有四种结局。',
      sections: [doc('remote', '加载中、成功、失败、过期', 9), exercise('optimistic', '练习：点赞要立刻变色', 25)],
      homework: [],
    },
    {
      name: '交得出去',
      summary: '键盘、读屏与测试。',
      sections: [
        video('focus', '盒子与焦点：看不见的那一圈', CLIPS.boxModel),
        doc('testing', '像用户一样测试', 9),
        exercise('dialog', '练习：确认对话框', 30),
      ],
      homework: [
        homework(
          '课程列表页',
          7,
          '实现筛选、排序、分页，全部状态保存在网址里；支持键盘；为三个关键行为写测试。',
          '复制网址在新窗口打开，看到同样的结果。',
        ),
      ],
    },
  ],
};
