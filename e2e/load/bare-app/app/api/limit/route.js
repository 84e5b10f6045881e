import { createPublicKey, createVerify } from 'node:crypto';
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL, { max: 10 });
const key = createPublicKey(process.env.BENCH_ALIPAY_KEY);

/** The least that settling a notify can be: an RSA2 signature, and one transaction of `n` statements that keeps it. */
export async function POST(request) {
  const n = Number(new URL(request.url).searchParams.get('n'));
  const body = await request.text();
  if (!isSigned(body)) return new Response('fail', { status: 400 });
  await sql.begin(async (tx) => {
    for (let i = 1; i < n; i++) await tx`select 1`;
    await tx`insert into bench_event (body) values (${body})`;
  });
  return new Response('success', { headers: { 'cache-control': 'no-store' } });
}

function isSigned(body) {
  const params = new URLSearchParams(body);
  const sign = params.get('sign') ?? '';
  const signed = [...params].filter(([name]) => name !== 'sign' && name !== 'sign_type');
  const content = signed
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return createVerify('RSA-SHA256').update(content).verify(key, sign, 'base64');
}
