import { z } from 'zod';
import type { TokenGrant, TokenSource, WechatOutcome } from './gateway';
import { callWechat } from './http';

const schema = z
  .object({ ticket: z.string().min(1).max(512), expires_in: z.int().positive() })
  .transform((grant): TokenGrant => ({ token: grant.ticket, expiresInSeconds: grant.expires_in }));

/** Asks for the ticket that pages are signed with for the JS-SDK. */
export async function fetchJsapiTicket(apiBase: string, tokens: TokenSource): Promise<WechatOutcome<TokenGrant>> {
  const token = await tokens.current();
  if (token.kind !== 'ok') return token;
  const query = new URLSearchParams({ access_token: token.value, type: 'jsapi' });
  return callWechat(`${apiBase}/cgi-bin/ticket/getticket?${query}`, schema);
}
