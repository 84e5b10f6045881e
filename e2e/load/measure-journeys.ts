import type { Student } from './accounts';
import { Browser, keepAlive } from './browser';
import { buyCourse, STEPS, type Watch } from './journey';
import { load, perSecond } from './load-job';
import { inTurn } from './rate';
import type { Finding } from './report';
import type { Scene } from './scene';
import { countStatements, type Statements } from './statements';

/** So many journeys are counted; the fewest that show a plan that changes after some runs. */
const COUNTED = 10;

export interface JourneyCosts {
  readonly requests: number;
  readonly statements: Statements;
  readonly byStep: Readonly<Record<string, Statements>>;
}

/** What one journey asks of the site and of the database, step by step and in all. */
export async function countJourney(scene: Scene): Promise<JourneyCosts> {
  const { shop } = scene;
  const [first, ...students] = await scene.students.take(COUNTED + 1);
  if (!first) throw new Error('no student');
  const byStep: Record<string, Statements> = {};
  const watch: Watch = async (step, work) => {
    const results: Awaited<ReturnType<typeof work>>[] = [];
    byStep[step] = await countStatements(shop.db, shop.siteRole, async () => results.push(await work()));
    const [result] = results;
    if (result === undefined) throw new Error(`${step} gave nothing`);
    return result;
  };
  await buyCourse(browserOf(scene, first), purchaseOf(scene, first, 0), watch);
  let requests = 0;
  const statements = await countStatements(shop.db, shop.siteRole, async () => {
    for (const [index, student] of students.entries()) {
      const browser = browserOf(scene, student);
      await buyCourse(browser, purchaseOf(scene, student, index));
      requests += browser.requests;
    }
  });
  const each = (sum: number): number => sum / students.length;
  return {
    requests: each(requests),
    statements: { count: each(statements.count), transactions: each(statements.transactions) },
    byStep,
  };
}

const browserOf = ({ shop }: Scene, student: Student): Browser => new Browser(keepAlive(1), shop.url, student.cookie);

const purchaseOf = ({ shop, courses, forms }: Scene, { couponRecordId }: Student, index: number) => ({
  slug: courses[index % courses.length] ?? '',
  couponRecordId,
  keys: shop.secrets.alipay,
  forms,
});

/** The students of a load job, each with a course to buy. */
export async function buyers({ students, courses }: Scene, count: number) {
  const taken = await students.take(count);
  return taken.map(({ cookie, couponRecordId }, index) => ({
    cookie,
    couponRecordId,
    slug: courses[index % courses.length] ?? '',
  }));
}

/** Complete journeys a second, and what one costs. */
export async function measureJourneys(scene: Scene, costs: JourneyCosts): Promise<Finding[]> {
  const { shop, forms, count, times } = scene;
  const keys = shop.secrets.alipay;
  const journeys = async () =>
    perSecond(await load({ kind: 'journeys', site: shop.url, students: await buyers(scene, count), forms, keys }));
  const measured = await inTurn([{ name: 'journeys', measure: journeys }], times);
  const { median, runs } = measured('journeys');
  const steps = STEPS.map((step) => `${step} ${costs.byStep[step]?.count ?? 0}`).join(', ');
  return [
    {
      what: 'complete journeys',
      value: median,
      unit: 'per s',
      runs,
      aim: { of: 'value', at: 'least', bound: 50 },
    },
    {
      what: 'requests a journey, without JavaScript',
      value: costs.requests,
      unit: '',
      aim: { of: 'value', at: 'most', bound: 5 },
    },
    {
      what: `SQL statements a journey (${steps})`,
      value: costs.statements.count,
      unit: '',
      aim: { of: 'value', at: 'most', bound: 24 },
    },
    { what: 'transactions a journey', value: costs.statements.transactions, unit: '' },
  ];
}
