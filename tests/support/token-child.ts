import { createDb } from '@/db/client';
import { createWechatGateway } from '@/lib/gateways/wechat/client';
import { fetchStableToken } from '@/lib/gateways/wechat/stable-token';
import { databaseTokenSource } from '@/lib/services/wechat/token-source';

/** A process of its own that makes many calls at once, each of which needs the token. Exits 0 when all were accepted. */
const { DATABASE_URL = '', STUB_URL = '', APP_ID = '', CALLS = '1' } = process.env;

const db = createDb(DATABASE_URL, { max: 5 });
const app = { appId: APP_ID, secret: 's', apiBase: STUB_URL, openBase: STUB_URL, siteUrl: STUB_URL };
const tokens = databaseTokenSource(db, APP_ID, (force) => fetchStableToken(app, force));
const wechat = createWechatGateway({ ...app, tokens, jsapiTickets: tokens, openidKey: 'k' });
const outcomes = await Promise.all(Array.from({ length: Number(CALLS) }, () => wechat.sendText('o', '你好')));
await db.$client.end();
process.exit(outcomes.every(({ kind }) => kind === 'ok') ? 0 : 1);
