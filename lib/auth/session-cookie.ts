import { env } from '@/lib/env';

/** Days of not being seen after which a session ends. */
const SESSION_DAYS = 30;
export const SESSION_SECONDS = SESSION_DAYS * 24 * 60 * 60;

/** By the site's public address, never by what a request says of itself. */
export const secureCookies = (): boolean => env().APP_URL.startsWith('https:');

/** The prefix makes a browser refuse the cookie from an insecure or a neighbouring site. */
export const sessionCookieName = (): string => (secureCookies() ? '__Host-luffy.session' : 'luffy.session');
