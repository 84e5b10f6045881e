import { sql } from 'drizzle-orm';

const chapters = sql`
  insert into course_chapter (course_id, number, name, summary, published_on)
  select product_id, number, (array['准备', '动手', '完善'])[number], '第 ' || number || ' 章，约一周。', published_on
  from scale_item cross join generate_series(1, 3) as number`;

/** A document, an exercise and a video in each chapter; the first document of a course is free to try. */
const sections = sql`
  insert into course_section
    (chapter_id, name, position, kind, link, body, video_path, duration_seconds, is_free_trial, published_on)
  select c.id, (array['讲解', '练习', '演示'])[place] || ' ' || c.number, place - 1,
    (array['document', 'exercise', 'video'])[place], 'part-' || c.number || '-' || place,
    E'## 本节要点\n\n- 先看现象，再找原因；\n- 每次只改一处；\n- 记下结果。',
    case place when 3 then 'references.mp4' end, case place when 3 then 14 else 480 end,
    c.number = 1 and place = 1, s.published_on
  from scale_item s
  join course_chapter c on c.course_id = s.product_id
  cross join generate_series(1, 3) as place`;

export const scaleLessons = [chapters, sections];
