import { type Runtime, randomDigits } from '../runtime';
import { beijingDate } from './beijing-time';
import type { AlipayConfig } from './config';
import type { Delivery, QueuedNotification } from './events';
import { buildNotify } from './notify-message';
import { sendNotify } from './notify-send';
import { faultsOf, type Notification, type Trade } from './state';
import type { Store } from './store';

/** Waits between the attempts, as documented: eight deliveries in a little over 24 hours. */
const RETRY_MINUTES = [4, 10, 10, 60, 120, 360, 900] as const;

/** Tells merchants what happened to their trades, and keeps at it on the documented schedule. */
export class Notifier {
  readonly #config: AlipayConfig;
  readonly #runtime: Runtime;
  readonly #store: Store;
  readonly #timers = new Map<string, () => void>();
  #stopped = false;

  constructor(config: AlipayConfig, runtime: Runtime, store: Store) {
    this.#config = config;
    this.#runtime = runtime;
    this.#store = store;
  }

  /** Takes up what a former process left unsent. */
  resume(): void {
    for (const notification of this.#store.state.notifications.values()) this.#plan(notification);
  }

  /** Queues the news about a trade; does nothing for a trade without notify_url. */
  queue(trade: Trade, news: Pick<QueuedNotification, 'tradeStatus' | 'refund'>): void {
    if (trade.order.notifyUrl === null) return;
    const { outTradeNo } = trade.order;
    const now = this.#runtime.now();
    const notifyId = `${beijingDate(now)}00222${randomDigits(this.#runtime, 21)}`;
    const dueAt = now + faultsOf(this.#store.state, outTradeNo).delayNotifySeconds * 1000;
    this.#store.record({ type: 'notify.queued', notification: { notifyId, outTradeNo, ...news, dueAt } });
    const notification = this.#store.state.notifications.get(notifyId);
    if (notification !== undefined) this.#plan(notification);
  }

  /** Sends the newest notify of a trade once more, now, whatever its schedule; null when there is none. */
  async resend(trade: Trade): Promise<Delivery | null> {
    const notification = this.#store.state.notifications.get(trade.notifyIds.at(-1) ?? '');
    if (notification === undefined) return null;
    const deliveries = await this.#deliver(notification, true);
    if (this.#stopped) return null;
    const nextAt = deliveries.some(isSuccess) ? null : notification.nextAt;
    this.#record(notification, true, deliveries, nextAt);
    if (nextAt === null) this.#plan(notification);
    return deliveries[0] ?? null;
  }

  stop(): void {
    this.#stopped = true;
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #plan(notification: Notification): void {
    this.#timers.get(notification.notifyId)?.();
    this.#timers.delete(notification.notifyId);
    if (notification.nextAt === null) return;
    const delayMs = Math.max(notification.nextAt - this.#runtime.now(), 0);
    const cancel = this.#runtime.schedule(delayMs, () => void this.#attempt(notification));
    this.#timers.set(notification.notifyId, cancel);
  }

  async #attempt(notification: Notification): Promise<void> {
    this.#timers.delete(notification.notifyId);
    const deliveries = await this.#deliver(notification, false);
    // Unrecorded, so the next process sends it again: at least once, as in reality.
    if (this.#stopped) return;
    const delivered = notification.delivered || deliveries.some(isSuccess);
    const wait = RETRY_MINUTES[notification.attempts];
    const retryAt =
      wait === undefined ? null : this.#runtime.now() + Math.round(wait * 60_000 * this.#config.timeScale);
    this.#record(notification, false, deliveries, delivered ? null : retryAt);
    this.#plan(notification);
  }

  async #deliver(notification: Notification, manual: boolean): Promise<Delivery[]> {
    const { state } = this.#store;
    const trade = state.trades.get(notification.outTradeNo);
    const url = trade?.order.notifyUrl;
    if (trade === undefined || typeof url !== 'string') return [];
    const faults = faultsOf(state, notification.outTradeNo);
    const now = this.#runtime.now();
    const params = buildNotify(this.#config, trade, notification, faults, now);
    if (faults.dropNotify && !manual) {
      return [{ at: now, outcome: 'dropped', httpStatus: null, responseBody: null, params }];
    }
    const copies = manual || notification.attempts > 0 ? 1 : 1 + faults.duplicateNotify;
    return Promise.all(Array.from({ length: copies }, () => sendNotify(this.#runtime, url, params)));
  }

  #record(notification: Notification, manual: boolean, deliveries: Delivery[], nextAt: number | null): void {
    const { notifyId } = notification;
    this.#store.record({ type: 'notify.attempted', notifyId, manual, deliveries, nextAt });
  }
}

function isSuccess(delivery: Delivery): boolean {
  return delivery.outcome === 'success';
}
