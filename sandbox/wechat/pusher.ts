import type { Runtime } from '../runtime';
import type { EventServer, WechatConfig } from './config';
import type { MessageContent, PushAttempt } from './events';
import { accountIdOf, newMsgid, randomText } from './ids';
import { readReply } from './push-reply';
import { buildPush } from './push-request';
import { sendPush } from './push-send';
import { type News, writeNews } from './push-xml';
import type { Push, User } from './state';
import type { Store } from './store';

const RETRIES = 3;
/** After an attempt that was refused or never got through. One without an answer has waited already. */
const PAUSE_MS = 5000;
/** What a campaign's news may keep open at a time. */
const MAX_IN_FLIGHT = 32;
const UNAVAILABLE = '该公众号暂时无法提供服务，请稍后再试';

interface Result {
  readonly attempt: PushAttempt;
  readonly shows: MessageContent | null;
}

/** Tells the account's server what its followers do, as WeChat does: signed, and up to three times more. */
export class Pusher {
  readonly #timers = new Map<string, () => void>();
  readonly #heard = new Map<string, () => void>();
  readonly #waiting: Push[] = [];
  #inFlight = 0;
  #stopped = false;

  constructor(
    private readonly config: WechatConfig,
    private readonly runtime: Runtime,
    private readonly store: Store,
  ) {}

  /** Takes up what a former process left unsent. */
  resume(): void {
    for (const push of this.store.state.openPushes.values()) this.#plan(push);
  }

  /** Queues the news; resolves when the first attempt is over. Does nothing for an account without a server. */
  push(user: User, news: News, delayMs = 0): Promise<void> {
    if (this.config.server === null) return Promise.resolve();
    const at = this.runtime.now();
    const dueAt = at + Math.round(delayMs * this.config.timeScale);
    const id = randomText(this.runtime, 16);
    const xml = writeNews(news, user, accountIdOf(this.config.appId), dueAt);
    const { name, answered } = news;
    this.store.record({ type: 'push.queued', at, push: { id, userId: user.id, name, xml, answered, dueAt } });
    const push = this.store.state.openPushes.get(id);
    if (push === undefined) throw new Error('a push was queued and is not there');
    return new Promise((resolve) => {
      this.#heard.set(id, resolve);
      this.#plan(push);
    });
  }

  stop(): void {
    this.#stopped = true;
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #plan(push: Push): void {
    if (push.nextAt === null || this.#stopped) return;
    const delayMs = push.nextAt - this.runtime.now();
    if (delayMs <= 0) {
      this.#start(push);
      return;
    }
    const cancel = this.runtime.schedule(delayMs, () => {
      this.#timers.delete(push.id);
      this.#start(push);
    });
    this.#timers.set(push.id, cancel);
  }

  #start(push: Push): void {
    if (this.#inFlight >= MAX_IN_FLIGHT) {
      this.#waiting.push(push);
      return;
    }
    this.#inFlight += 1;
    void this.#attempt(push).finally(() => {
      this.#inFlight -= 1;
      const next = this.#waiting.shift();
      if (next !== undefined && !this.#stopped) this.#start(next);
    });
  }

  async #attempt(push: Push): Promise<void> {
    const { server } = this.config;
    const user = this.store.state.users.get(push.userId);
    if (server === null || user === undefined) return;
    const { attempt, shows } = await this.#send(push, user, server);
    // Unrecorded, so the next process sends it again: at least once, as in reality.
    if (this.#stopped) return;
    const failed = attempt.outcome !== 'reply' && attempt.outcome !== 'broken' && attempt.outcome !== 'lost';
    const again = failed && push.attempts.length < RETRIES;
    const nextAt = again ? this.#retryAt(attempt) : null;
    this.store.record({ type: 'push.attempted', pushId: push.id, attempt, nextAt });
    const content = failed && !again ? this.#unavailable(push) : shows;
    // Whoever left meanwhile has no chat to show it in.
    if (content !== null && user.followedAt !== null) this.#show(user, content);
    this.#heard.get(push.id)?.();
    this.#heard.delete(push.id);
    this.#plan(push);
  }

  async #send(push: Push, user: User, server: EventServer): Promise<Result> {
    const { appId } = this.config;
    const at = this.runtime.now();
    const { faults } = user;
    const mode = faults.pushMode ?? this.store.state.pushMode;
    const to = accountIdOf(appId);
    const request = buildPush(this.runtime, { server, appId, mode, openid: user.openid, to, xml: push.xml });
    const sent = { at, mode, ...request, status: null, reply: null, reason: null };
    if (faults.losePushes > 0) {
      this.#useUp(user, 'losePushes');
      return { attempt: { ...sent, outcome: 'lost' }, shows: null };
    }
    if (faults.loseReplies > 0) this.#useUp(user, 'loseReplies');
    const answer = await sendPush(this.runtime, request);
    const { status, reply } = answer;
    if (answer.outcome !== 'answered') return { attempt: { ...sent, outcome: answer.outcome }, shows: null };
    if (faults.loseReplies > 0) return { attempt: { ...sent, status, reply, outcome: 'unheard' }, shows: null };
    if (status !== 200) return { attempt: { ...sent, status, reply, outcome: 'refused' }, shows: null };
    const read = readReply(answer.reply, { server, appId, mode, openid: user.openid, to });
    if (read.kind === 'broken') {
      const { reason } = read;
      return { attempt: { ...sent, status, reply, outcome: 'broken', reason }, shows: this.#unavailable(push) };
    }
    const shows = read.kind === 'shown' ? read.content : null;
    return { attempt: { ...sent, status, reply, outcome: 'reply' }, shows };
  }

  #retryAt({ at, outcome }: PushAttempt): number {
    const now = this.runtime.now();
    if (outcome === 'timeout' || outcome === 'unheard') return now;
    return Math.max(now, at + Math.round(PAUSE_MS * this.config.timeScale));
  }

  #useUp(user: User, fault: 'losePushes' | 'loseReplies'): void {
    const faults = { ...user.faults, [fault]: user.faults[fault] - 1 };
    this.store.record({ type: 'user.faults', at: this.runtime.now(), userId: user.id, faults });
  }

  #unavailable(push: Push): MessageContent | null {
    return push.answered ? { kind: 'system', text: UNAVAILABLE } : null;
  }

  #show(user: User, content: MessageContent): void {
    const msgid = newMsgid(this.runtime);
    this.store.record({ type: 'message.sent', at: this.runtime.now(), userId: user.id, msgid, content });
  }
}
