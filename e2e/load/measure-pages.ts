import { Browser, keepAlive } from './browser';
import { fillCart, filteredViews } from './catalogue-views';
import { inTurn, requestsPerSecond, type Target } from './rate';
import type { Finding } from './report';
import type { Scene } from './scene';

/** Pages against pages with nothing in them. */
export async function measurePages({
  shop,
  bare,
  seconds,
  times,
  courses,
  students,
  forms,
}: Scene): Promise<Finding[]> {
  const [student] = await students.take(1);
  if (!student) throw new Error('no student');
  await fillCart(shop, student.id);
  await new Browser(keepAlive(1), shop.url, student.cookie).press('/cart', forms.checkOut, '去结算');
  const page = (...paths: string[]): Target => ({ origin: shop.url, paths });
  const targets = {
    'bare static': { origin: bare.url, paths: ['/static'] },
    '/': page('/'),
    'a course page': page(`/courses/${courses[0]}`),
    'bare dynamic': { origin: bare.url, paths: ['/dynamic'] },
    '/courses, no filter': page('/courses'),
    '/courses, filters': page(...(await filteredViews(shop))),
    '/courses, typed search': page('/courses?q=Python'),
    '/cart, signed in': { ...page('/cart'), cookie: student.cookie },
    '/settlement': { ...page('/settlement'), cookie: student.cookie },
  } as const satisfies Record<string, Target>;
  const all = Object.entries<Target>(targets);
  // The first visitors of a page pay for it: they are not measured.
  for (const [, target] of all) await requestsPerSecond(target, 2);
  const measured = await inTurn(
    all.map(([name, target]) => ({ name, measure: () => requestsPerSecond(target, seconds) })),
    times,
  );
  const against = (name: keyof typeof targets, bareName: keyof typeof targets, bound?: number): Finding => ({
    what: name,
    value: measured(name).median,
    unit: 'req/s',
    bare: measured(bareName).median,
    runs: measured(name).runs,
    ...(bound !== undefined && { aim: { of: 'ratio', at: 'least', bound } }),
  });
  return [
    against('/', 'bare static', 0.6),
    against('a course page', 'bare static', 0.6),
    against('/cart, signed in', 'bare dynamic', 0.6),
    against('/settlement', 'bare dynamic', 0.4),
    against('/courses, filters', 'bare dynamic', 0.4),
    against('/courses, no filter', 'bare dynamic', 0.4),
    against('/courses, typed search', 'bare dynamic'),
  ];
}
