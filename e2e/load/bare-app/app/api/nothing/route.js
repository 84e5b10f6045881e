/** Reads what it is sent, and nothing else. */
export async function POST(request) {
  await request.text();
  return new Response('success', { headers: { 'cache-control': 'no-store' } });
}
