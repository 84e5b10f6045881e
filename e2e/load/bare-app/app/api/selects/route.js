import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL, { max: 10 });

/** As many statements as `n` says, one after the other on one connection, and nothing else. */
export async function POST(request) {
  const n = Number(new URL(request.url).searchParams.get('n'));
  await request.text();
  const connection = await sql.reserve();
  try {
    for (let i = 0; i < n; i++) await connection`select 1`;
  } finally {
    connection.release();
  }
  return new Response('success', { headers: { 'cache-control': 'no-store' } });
}
