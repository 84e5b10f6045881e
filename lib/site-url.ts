import 'server-only';
import { env } from './env';

/** The public address of a path of this site. */
export const siteUrl = (path: `/${string}`): string => `${env().APP_URL}${path}`;
