import { fillCart } from './catalogue-views';
import type { Finding } from './report';
import type { Scene } from './scene';
import { firstLoadScripts } from './scripts';

/** First-load JavaScript of the shop's pages, over that of a page with nothing in it. */
export async function measureScripts({ shop, bare, courses, students }: Scene): Promise<Finding[]> {
  const [student] = await students.take(1);
  if (!student) throw new Error('no student');
  await fillCart(shop, student.id);
  const paths = ['/', '/courses', `/courses/${courses[0]}`, '/degrees', '/cart', '/orders', '/sign-in'];
  const sizes = await firstLoadScripts([
    { name: 'bare', url: `${bare.url}/static` },
    ...paths.map((path) => ({
      name: path,
      url: `${shop.url}${path}`,
      ...(path !== '/sign-in' && { cookie: student.cookie }),
    })),
  ]);
  const bareSize = sizes.get('bare') ?? 0;
  return paths.map((path) => ({
    what: `first-load JS of ${path}`,
    value: sizes.get(path) ?? Number.NaN,
    unit: 'KB gzip',
    bare: bareSize,
    aim: { of: 'difference', at: 'most', bound: 40 },
  }));
}
