/** The pages about one course. */
export const COURSE_TABS = [
  { key: 'profile', label: '资料', hrefOf: (id: number) => `/admin/courses/${id}` as const },
  { key: 'prices', label: '价格', hrefOf: (id: number) => `/admin/courses/${id}/prices` as const },
  { key: 'chapters', label: '章节', hrefOf: (id: number) => `/admin/courses/${id}/chapters` as const },
  { key: 'people', label: '老师与推荐', hrefOf: (id: number) => `/admin/courses/${id}/people` as const },
  { key: 'texts', label: '大纲与问答', hrefOf: (id: number) => `/admin/courses/${id}/texts` as const },
] as const;
export type CourseTab = (typeof COURSE_TABS)[number]['key'];

/** The pages about one degree course. */
export const DEGREE_TABS = [
  { key: 'profile', label: '资料', hrefOf: (id: number) => `/admin/degrees/${id}` as const },
  { key: 'prices', label: '价格', hrefOf: (id: number) => `/admin/degrees/${id}/prices` as const },
  { key: 'people', label: '老师与模块', hrefOf: (id: number) => `/admin/degrees/${id}/people` as const },
  { key: 'texts', label: '奖学金与问答', hrefOf: (id: number) => `/admin/degrees/${id}/texts` as const },
] as const;
export type DegreeTab = (typeof DEGREE_TABS)[number]['key'];
