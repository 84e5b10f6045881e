export const CATEGORIES = [
  {
    slug: 'programming',
    name: '编程开发',
    subCategories: [
      { slug: 'python', name: 'Python' },
      { slug: 'golang', name: 'Go 语言' },
      { slug: 'frontend', name: '前端开发' },
      { slug: 'engineering', name: '软件工程' },
      { slug: 'algorithms', name: '算法与面试' },
    ],
  },
  {
    slug: 'data-ai',
    name: '数据与人工智能',
    subCategories: [
      { slug: 'database', name: '数据库' },
      { slug: 'data-analysis', name: '数据分析' },
      { slug: 'machine-learning', name: '机器学习' },
      { slug: 'llm', name: '大模型应用' },
    ],
  },
  {
    slug: 'ops-security',
    name: '运维与安全',
    subCategories: [
      { slug: 'linux', name: 'Linux 运维' },
      { slug: 'cloud-native', name: '云原生' },
      { slug: 'security', name: '网络安全' },
    ],
  },
] as const;
