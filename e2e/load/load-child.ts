import { text } from 'node:stream/consumers';
import { Browser, keepAlive, send } from './browser';
import { buyCourse, orderCourse } from './journey';
import type { LoadJob, LoadResult } from './load-job';

// A process of its own, so that what it costs to ask is not taken from who answers. The job comes on stdin.

const isJob = (value: unknown): value is LoadJob =>
  typeof value === 'object' && value !== null && 'connections' in value;

async function work(job: LoadJob): Promise<LoadResult> {
  const agent = keepAlive(job.connections);
  const answers: string[] = [];
  const one = async (index: number): Promise<void> => {
    if (job.kind === 'requests') {
      const request = job.requests[index];
      if (!request) return;
      const answer = await send(agent, { ...request, method: 'POST', body: Buffer.from(request.body, 'base64') });
      if (answer.status !== job.status)
        throw new Error(`${request.url} answered ${answer.status} ${answer.body.slice(0, 200)}`);
      return;
    }
    const student = job.students[index];
    if (!student) return;
    const browser = new Browser(agent, job.site, student.cookie);
    const { keys, forms } = job;
    const purchase = { slug: student.slug, couponRecordId: student.couponRecordId, keys, forms };
    if (job.kind === 'journeys') await buyCourse(browser, purchase);
    else answers.push(await orderCourse(browser, purchase));
  };
  const count = job.kind === 'requests' ? job.requests.length : job.students.length;
  let next = 0;
  const line = async () => {
    while (next < count) await one(next++);
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: job.connections }, line));
  return { seconds: (performance.now() - begun) / 1000, count, answers };
}

const job: unknown = JSON.parse(await text(process.stdin));
if (!isJob(job)) throw new Error('no job');
// A pipe takes a long answer bit by bit: ending before it is through would cut it off.
process.stdout.write(JSON.stringify(await work(job)), () => process.exit(0));
