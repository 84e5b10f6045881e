import { sql } from 'drizzle-orm';

/** 16 topics × 9 forms; beyond 144 courses the issue number in the name tells them apart. */
const products = sql`
  insert into product (kind, slug, name, brief, cover_hue, cover_glyph, status, created_at, updated_at)
  select 'course', 'bench-' || no,
    (array['Python 自动化', 'Go 微服务', 'React 组件', 'Vue 管理后台', 'Django 建站', 'MySQL 运维', 'Redis 缓存', '数据可视化',
      '爬虫与解析', '推荐系统', '图像识别', '提示词工程', 'Shell 脚本', 'Docker 部署', '渗透测试入门', '日志分析'])[1 + i % 16]
      || (array['速成', '实战', '精讲', '训练营', '案例课', '刷题班', '项目课', '入门', '进阶'])[1 + (i / 16) % 9]
      || ' · 第 ' || (i / 144 + 1) || ' 期',
    '每周两节，边学边做，第 ' || i || ' 号课程。', (i * 47) % 360,
    (array['Py', 'Go', '</>', 'Vue', 'Dj', 'SQL', '快', '图', '爬', '荐', '视', '词', '$_', '箱', '盾', '志'])[1 + i % 16],
    case when draw < 94 then 'online' when draw < 98 then 'upcoming' else 'offline' end, made_at, made_at
  from scale_item`;

const productIds = sql`
  update scale_item set product_id = product.id from product where product.slug = 'bench-' || scale_item.no`;

/** The topic decides the sub-category; four of five courses are sold, the others are VIP专享 or modules. */
const courses = sql`
  insert into course (product_id, sub_category_id, course_type, degree_course_id, level, period, position, template, published_on)
  select s.product_id, sub.id, kind.name,
    case kind.name when 'degree_module' then (select min(product_id) from degree_course) end,
    case when price_draw < 500 then 'beginner' when price_draw < 850 then 'intermediate' else 'advanced' end,
    7 + i % 60, 1000 + i, case when (i / 16) % 4 = 0 then 'showcase' else 'classic' end, published_on
  from scale_item s
  cross join lateral (select (array['python', 'golang', 'frontend', 'frontend', 'python', 'database', 'database', 'data-analysis',
    'python', 'machine-learning', 'machine-learning', 'llm', 'linux', 'cloud-native', 'security', 'linux'])[1 + i % 16]) as topic(slug)
  join course_sub_category sub on sub.slug = topic.slug
  cross join lateral (select case when (i * 13) % 100 < 80 then 'paid' when (i * 13) % 100 < 92 then 'vip' else 'degree_module' end) as kind(name)`;

const details = sql`
  insert into course_detail (course_id, hours, slogan, why_study, what_to_study_brief, career_improvement, prerequisite)
  select product_id, 4 + i % 40, '第 ' || i || ' 号：学完就能用', '工作里每周都会遇到，会与不会差半天时间。',
    '概念、工具、一个完整的小项目。', '可以独立承担同类任务。', '会使用电脑即可。'
  from scale_item`;

const teachers = sql`
  insert into course_teacher (course_id, teacher_id, position)
  select s.product_id, t.id, 0 from scale_item s
  join (select id, row_number() over (order by id) - 1 as place, count(*) over () as total from teacher) t
    on t.place = s.i % t.total`;

/** Two to five periods, dearer the longer; prices from ¥9.90 to about ¥900, most of them low. All end in 90 fen. */
const policies = sql`
  insert into price_policy (product_id, valid_days, price_fen)
  select s.product_id, period.days, (9 + (price_draw::bigint * price_draw * period.weight / 4000000)::int) * 100 + 90
  from scale_item s
  join course c on c.product_id = s.product_id and c.course_type = 'paid'
  join (values (1, 30, 1400), (2, 90, 2000), (3, 180, 2600), (4, 360, 3200), (5, 720, 3560)) as period(place, days, weight)
    on period.place <= 2 + (s.i / 16) % 4`;

const faqs = sql`
  insert into faq (product_id, question, answer, position)
  select product_id, '多久可以学完？', '按推荐节奏大约 ' || (7 + i % 60) || ' 天。', 0 from scale_item`;

export const scaleCatalogue = [products, productIds, courses, details, teachers, policies, faqs];
