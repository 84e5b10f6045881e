/** Enum values shared by columns, zod schemas and labels. */
export const PRODUCT_KINDS = ['course', 'degree_course'] as const;
export type ProductKind = (typeof PRODUCT_KINDS)[number];

export const PRODUCT_STATUSES = ['online', 'offline', 'upcoming'] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];
export const PRODUCT_STATUS_LABELS = { online: '已上线', offline: '已下线', upcoming: '即将上线' } as const;

/** paid: sold by itself; vip: VIP专享, open to anyone with an active degree; degree_module: part of one degree course. */
export const COURSE_TYPES = ['paid', 'vip', 'degree_module'] as const;
export type CourseType = (typeof COURSE_TYPES)[number];
export const COURSE_TYPE_LABELS = { paid: '专题课', vip: 'VIP专享', degree_module: '学位模块' } as const;

export const COURSE_LEVELS = ['beginner', 'intermediate', 'advanced'] as const;
export type CourseLevel = (typeof COURSE_LEVELS)[number];
export const COURSE_LEVEL_LABELS = { beginner: '初级', intermediate: '中级', advanced: '高级' } as const;

/** How the detail page opens: a compact header, or a wide showcase with the video intro. */
export const COURSE_TEMPLATES = ['classic', 'showcase'] as const;
export type CourseTemplate = (typeof COURSE_TEMPLATES)[number];
export const COURSE_TEMPLATE_LABELS = { classic: '简洁', showcase: '大图' } as const;

export const TEACHER_ROLES = ['lecturer', 'mentor'] as const;
export const TEACHER_ROLE_LABELS = { lecturer: '讲师', mentor: '导师' } as const;

export const SECTION_KINDS = ['document', 'exercise', 'video'] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];
export const SECTION_KIND_LABELS = { document: '文档', exercise: '练习', video: '视频' } as const;

/** The validity periods a price policy may have, in days. */
export const VALID_DAYS = [1, 3, 7, 14, 30, 60, 90, 180, 360, 540, 720] as const;

const VALID_DAYS_LABELS: Readonly<Record<number, string>> = {
  1: '1 天',
  3: '3 天',
  7: '1 周',
  14: '2 周',
  30: '1 个月',
  60: '2 个月',
  90: '3 个月',
  180: '6 个月',
  360: '12 个月',
  540: '18 个月',
  720: '24 个月',
};

/** A validity period as people say it. */
export const formatValidDays = (days: number): string => VALID_DAYS_LABELS[days] ?? `${days} 天`;
