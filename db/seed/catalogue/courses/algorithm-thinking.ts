import { doc, exercise, faqs, homework, outline, trial, video } from '../build';
import { CLIPS } from '../clips';
import type { CourseSeed } from '../types';

export const algorithmThinking: CourseSeed = {
  slug: 'algorithm-thinking',
  name: '算法思维：十二道题学会拆问题',
  brief: '不刷八百题。每一讲只做一道，把“怎么想到的”讲完整：先暴力，再找重复，最后消灭它。',
  hue: 46,
  glyph: 'O(n)',
  status: 'online',
  prices: [],
  teachers: ['陆行舟', '方小满'],
  subCategory: 'algorithms',
  type: 'vip',
  degree: null,
  level: 'intermediate',
  period: 30,
  template: 'classic',
  publishedDaysAgo: 130,
  attachment: 'algorithm-thinking.md',
  intro: CLIPS.binarySearch,
  hours: 14,
  slogan: '想清楚再写，写完再证明它对',
  whyStudy:
    '面试官要看的不是你背过这道题，而是你面对没见过的问题怎样前进。工作里也一样：一个报表要跑四十分钟，会拆问题的人先问“哪一步被重复做了”，而不是先申请更大的机器。',
  whatToStudyBrief:
    '复杂度的估算、循环不变量、二分、双指针、哈希、递归与记忆化、贪心的反例，以及如何写出能说服自己的测试。',
  careerImprovement: '应对多数技术面试的算法环节，更重要的是能把“慢”说成“重复做了 n² 次比较”，并给出改法。',
  prerequisite: '会用任意一门语言写函数和循环。示例使用 Python，但没有用到它的特殊语法。',
  outline: outline(
    ['估算', '动手之前先知道会跑多久。'],
    ['有序的力量', '二分与双指针。'],
    ['记住做过的事', '哈希、记忆化与动态规划入门。'],
  ),
  recommended: ['interview-clinic', 'python-from-zero'],
  faqs: faqs(
    ['可以单独购买吗？', '这门课是 VIP 专享，学位课在读期间免费学习，不单独出售。'],
    ['会讲红黑树吗？', '不会。课程只讲能在十五分钟内写对的东西。'],
  ),
  chapters: [
    {
      name: '动手之前先估算',
      summary: '十秒钟判断一个做法行不行。',
      sections: [trial(doc('estimate', '一秒钟大约一千万步', 8)), exercise('pairs', '练习：有没有两个数凑成目标', 20)],
      homework: [],
    },
    {
      name: '有序的力量',
      summary: '每次扔掉一半。',
      sections: [
        video('binary-search', '二分查找：区间里一定有答案', CLIPS.binarySearch),
        doc('two-pointers', '双指针：从两头往中间走', 9),
        exercise('boundary', '练习：第一个坏版本', 25),
      ],
      homework: [
        homework(
          '最省的船',
          4,
          '有一组人的体重和载重上限，每条船最多坐两人，求最少需要几条船。写出代码，并用一段话证明你的贪心为什么正确。',
          '通过边界测试，证明中没有“显然”二字。',
        ),
      ],
    },
    {
      name: '记住做过的事',
      summary: '用空间换时间。',
      sections: [doc('memo', '记忆化：别算第二遍', 10), exercise('stairs', '练习：带价格的楼梯', 25)],
      homework: [
        homework(
          '零钱方案',
          5,
          '给定面额与金额，求最少硬币数。先给出一组让“每次拿最大的”失败的面额，再写出正确解法。',
          '反例成立，金额一万、面额十种时一秒内得到结果。',
        ),
      ],
    },
  ],
};
