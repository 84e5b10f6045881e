import { redirect } from 'next/navigation';

// next-auth works inside the server actions, which call it without HTTP. Its own pages lead to ours, and none of its
// other addresses is open: what cannot be reached cannot be attacked.
const PAGES = ['signin', 'error'];

export async function GET(_request: Request, context: RouteContext<'/api/auth/[...nextauth]'>): Promise<Response> {
  const { nextauth } = await context.params;
  if (nextauth.length === 1 && PAGES.includes(nextauth.join())) redirect('/sign-in');
  return new Response('Not found', { status: 404 });
}
