import { createHash } from 'node:crypto';
import type { PageToSign } from './gateway';

/** The signature by which WeChat's browser lets a page use the JS-SDK. Source: JS-SDK documentation, appendix 1. */
export const signPage = ({ ticket, nonce, timestamp, url }: PageToSign): string =>
  createHash('sha1').update(`jsapi_ticket=${ticket}&noncestr=${nonce}&timestamp=${timestamp}&url=${url}`).digest('hex');
