// @ts-check

/** Pages that are the same for everyone, as Next's configuration writes paths: anybody's answer is everybody's. */
export const PUBLIC_PAGES = ['/', '/courses', '/courses/:slug', '/degrees', '/degrees/:slug'];

/** Their `Cache-Control`. Our tags do not reach a cache between us and the browser: it has to ask each time. */
export const PUBLIC_PAGE_CACHE_CONTROL = 'public, max-age=0, must-revalidate';

const PUBLIC_PATH = new RegExp(`^(?:${PUBLIC_PAGES.map((page) => page.replace(':slug', '[^/]+')).join('|')})$`);

/** @param {string} path without a query */
export const isPublicPage = (path) => PUBLIC_PATH.test(path);
