import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { vi } from 'vitest';
import { z } from 'zod';
import { createAlipay } from '@/sandbox/alipay/alipay';
import { createApp } from '@/sandbox/app';
import { FakeClock } from '@/sandbox/fake-clock';
import type { Runtime } from '@/sandbox/runtime';
import { APP_ID, SELLER_ID } from '../support/alipay';
import { alipayKeys, merchantKeys } from '../support/alipay-keys';

/** The one clock of shop and sandbox, and a post that delivers nothing by itself: what Alipay sends is kept here. */
class Post extends FakeClock implements Runtime {
  /** Bodies of notifies, in the order in which they were sent. */
  readonly letters: string[] = [];

  async fetch(_url: string, { body }: RequestInit): Promise<Response> {
    if (typeof body === 'string') this.letters.push(body);
    return new Response('lost on the way', { status: 503 });
  }
}

const tradeSchema = z.object({
  status: z.enum(['WAIT_BUYER_PAY', 'TRADE_SUCCESS', 'TRADE_FINISHED', 'TRADE_CLOSED']).nullable(),
  paidAt: z.string().nullable(),
  refunds: z.array(z.object({ outRequestNo: z.string(), refundAmount: z.string() })),
});

/** What really became of an attempt, as Alipay's own books have it. */
export interface Truth {
  readonly state: 'none' | 'waiting' | 'paid' | 'closed';
  /** Fen given back so far. */
  readonly refundedFen: number;
}

/** Alipay and the buyer's browser, for one run. */
export interface Outside {
  readonly post: Post;
  /** Lets time pass, for everybody. */
  readonly pass: (ms: number) => Promise<void>;
  /** The buyer opens the address of the cashier: now the trade exists, if it may. */
  readonly look: (payUrl: string) => Promise<void>;
  /** The buyer opens it and confirms; false when Alipay refuses. */
  readonly pay: (payUrl: string) => Promise<boolean>;
  readonly truth: (outTradeNo: string) => Promise<Truth>;
  readonly setFaults: (outTradeNo: string, faults: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly close: () => void;
}

const fenOf = (yuan: string): number => Math.round(Number(yuan) * 100);

/** A sandbox behind an address that stays the same, opened anew for each run. */
export async function startOutside() {
  let handle = (_request: Request): Response | Promise<Response> => new Response(null, { status: 503 });
  const server = serve({ fetch: (request) => handle(request), hostname: '127.0.0.1', port: 0 });
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}`;

  const open = (now: number): Outside => {
    const post = new Post(now);
    vi.setSystemTime(now);
    const dir = mkdtempSync(path.join(tmpdir(), 'luffy-proof-'));
    const config = {
      appId: APP_ID,
      sellerId: SELLER_ID,
      merchantPublicKey: createPublicKey(merchantKeys.publicKey),
      privateKey: createPrivateKey(alipayKeys.privateKey),
      timeScale: 1,
    };
    const alipay = createAlipay(config, post, dir);
    const app = createApp({ alipay, wechat: null });
    handle = (request) => app.fetch(request);
    const control = async (outTradeNo: string) => fetch(`${url}/control/alipay/trades/${outTradeNo}`);
    return {
      post,
      pass: async (ms) => {
        await post.advance(ms);
        vi.setSystemTime(post.time);
      },
      look: async (payUrl) => {
        await (await fetch(payUrl)).text();
      },
      pay: async (payUrl) => {
        const cashier = await fetch(payUrl);
        await cashier.text();
        if (!cashier.url.includes('/cashier/')) return false;
        const paid = await fetch(`${cashier.url}/pay`, {
          method: 'POST',
          body: new URLSearchParams(),
          redirect: 'manual',
        });
        await paid.text();
        // Its first notify is on the way.
        await post.advance(0);
        return paid.status === 303;
      },
      truth: async (outTradeNo) => {
        const answer = await control(outTradeNo);
        if (answer.status === 404) return { state: 'none', refundedFen: 0 };
        const { status, paidAt, refunds } = tradeSchema.parse(await answer.json());
        const refundedFen = refunds.reduce((sum, { refundAmount }) => sum + fenOf(refundAmount), 0);
        if (paidAt !== null) return { state: 'paid', refundedFen };
        if (status === null) return { state: 'none', refundedFen };
        return { state: status === 'WAIT_BUYER_PAY' ? 'waiting' : 'closed', refundedFen };
      },
      setFaults: async (outTradeNo, faults) => {
        const answer = await fetch(`${url}/control/alipay/trades/${outTradeNo}/faults`, {
          method: 'POST',
          body: JSON.stringify(faults),
        });
        if (!answer.ok) throw new Error(`faults refused: ${await answer.text()}`);
      },
      close: () => {
        alipay.close();
        rmSync(dir, { recursive: true, force: true });
      },
    };
  };
  return { url, open, stop: () => new Promise((resolve) => server.close(resolve)) };
}
