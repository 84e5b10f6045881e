import type { Route } from 'next';
import { localPath } from '@/lib/domain/local-path';

// Next's types know the routes that exist; a path from an address bar may name any of them, or none and answer 404.
const isRoute = (path: string): path is Route => path.startsWith('/');

/** Where to go after signing in: `candidate` when it is one path of this site, else the home page. */
export function localRoute(candidate: string | string[] | undefined): Route {
  const path = localPath(typeof candidate === 'string' ? candidate : undefined);
  return isRoute(path) ? path : '/';
}
