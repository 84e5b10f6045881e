import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { coursesOnSale, Students } from './accounts';
import { type BareApp, startBareApp } from './bare';
import { Browser, keepAlive } from './browser';
import { readSharedForms } from './journey';
import { measureBill } from './measure-bill';
import { measureNotifies, measureSignIns } from './measure-callbacks';
import { measureCampaign } from './measure-campaign';
import { measureClaims } from './measure-claims';
import { measureCombinations } from './measure-combinations';
import { measureEvents } from './measure-events';
import { countJourney, measureJourneys } from './measure-journeys';
import { measurePages } from './measure-pages';
import { measureScripts } from './measure-scripts';
import { measureStorm } from './measure-storm';
import { residentMegabytes } from './processes';
import { type Finding, holds, tableOf } from './report';
import type { Scene } from './scene';
import { type Shop, startShop } from './shop';

const PARTS = [
  'pages',
  'journeys',
  'notifies',
  'storm',
  'bill',
  'sign-ins',
  'scripts',
  'claims',
  'combinations',
  'campaign',
  'events',
] as const;

// npm run bench -- [--quick] [--only pages,journeys] [--json file]
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, json: { type: 'string' } },
});
const only = values.only?.split(',') ?? PARTS;
const benchDir = path.resolve('.data/bench');
const size = values.quick
  ? { scale: 2000, seconds: 3, times: 1, count: 100, billRows: 10_000, recipients: 10_000 }
  : { scale: 10_000, seconds: 8, times: 3, count: 500, billRows: 100_000, recipients: 100_000 };

const say = (line: string) => console.log(`── ${line}`);

async function measure(shop: Shop, bare: BareApp): Promise<Finding[]> {
  await sleep(5000);
  const idle = residentMegabytes(shop.sitePid);
  const students = new Students(shop);
  const courses = await coursesOnSale(shop, 8);
  const [guide] = await students.take(1);
  const forms = await readSharedForms(new Browser(keepAlive(1), shop.url, guide?.cookie ?? ''), courses);
  const scene: Scene = { ...size, shop, bare, students, courses, forms };
  const findings: Finding[] = [];
  const part = async (name: (typeof PARTS)[number], work: () => Promise<Finding[]>) => {
    if (!only.includes(name)) return;
    say(name);
    findings.push(...(await work()));
  };
  await part('pages', () => measurePages(scene));
  const costs = await countJourney(scene);
  await part('journeys', () => measureJourneys(scene, costs));
  await part('notifies', () => measureNotifies(scene, costs.byStep.notify?.count ?? 0));
  await part('storm', () => measureStorm(scene));
  await part('bill', () => measureBill(scene));
  await part('sign-ins', () => measureSignIns(scene));
  await part('scripts', () => measureScripts(scene));
  await part('claims', () => measureClaims(scene));
  await part('combinations', () => measureCombinations(values.quick ? 40 : 200));
  await part('campaign', () => measureCampaign(shop, size));
  await part('events', () => measureEvents(scene));
  return [
    ...findings,
    { what: 'memory of the site, idle', value: idle, unit: 'MB', aim: { of: 'value', at: 'most', bound: 300 } },
    { what: 'memory of the site, after the run', value: residentMegabytes(shop.sitePid), unit: 'MB' },
  ];
}

async function bench(): Promise<number> {
  rmSync(benchDir, { recursive: true, force: true });
  mkdirSync(benchDir, { recursive: true });
  const stops: (() => Promise<void>)[] = [];
  const cleanUp = async () => {
    for (const stop of stops.splice(0).toReversed()) await stop();
    for (const left of ['data', 'bare']) rmSync(path.join(benchDir, left), { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void cleanUp().then(() => process.exit(1)));
  try {
    say(`shop with ${size.scale} courses`);
    const shop = await startShop(benchDir, size.scale);
    stops.push(() => shop.stop());
    say('bare app');
    const bare = await startBareApp(benchDir, shop);
    stops.push(() => bare.stop());
    const findings = await measure(shop, bare);
    const machine = {
      node: process.version,
      cpus: cpus().length,
      model: cpus()[0]?.model ?? '',
      quick: values.quick ?? false,
    };
    const report = { machine, findings: findings.map((finding) => ({ ...finding, holds: holds(finding) })) };
    writeFileSync(values.json ?? path.join(benchDir, 'report.json'), JSON.stringify(report, null, 2));
    console.log(`\n${tableOf(findings)}`);
    return 0;
  } finally {
    await cleanUp();
  }
}

process.exit(await bench());
