import { z } from 'zod';
import { err, ok } from '../result';
import type { ApiAnswer, ApiCall } from './api-call';
import { apiError } from './api-error';
import { QR_PATH } from './config';
import type { WechatContext } from './context';
import type { QrCode } from './events';
import { randomText } from './ids';

const DEFAULT_SECONDS = 60;
const MAX_SECONDS = 2_592_000;
const MAX_PERMANENT = 100_000;

const sceneText = z.object({ scene_str: z.string().min(1).max(64) }).transform(({ scene_str: text }) => text);
const sceneId = (max: number) => z.object({ scene_id: z.int().min(1).max(max) }).transform(({ scene_id: id }) => id);

/** What each kind of parametric QR code may stand for, and whether it ends. */
const KINDS = {
  QR_SCENE: { scene: sceneId(2 ** 32 - 1), temporary: true },
  QR_STR_SCENE: { scene: sceneText, temporary: true },
  QR_LIMIT_SCENE: { scene: sceneId(100_000), temporary: false },
  QR_LIMIT_STR_SCENE: { scene: sceneText, temporary: false },
} as const;

const kindSchema = z.enum(['QR_SCENE', 'QR_STR_SCENE', 'QR_LIMIT_SCENE', 'QR_LIMIT_STR_SCENE']);
const infoSchema = z.object({ scene: z.unknown() });
const secondsSchema = z.int().min(1).max(MAX_SECONDS).default(DEFAULT_SECONDS);

/** A QR code with a parameter. Its address is in the answer; its picture is behind the ticket. */
export function createQr(ctx: WechatContext, call: ApiCall): ApiAnswer {
  const kind = kindSchema.safeParse(call.body.action_name);
  if (!kind.success) return err(apiError(40052));
  const { scene: schema, temporary } = KINDS[kind.data];
  const info = infoSchema.safeParse(call.body.action_info);
  const scene = schema.safeParse(info.success ? info.data.scene : null);
  const seconds = secondsSchema.safeParse(temporary ? call.body.expire_seconds : undefined);
  if (!scene.success || !seconds.success) return err(apiError(40053));
  const at = ctx.runtime.now();
  if (!temporary) {
    // A permanent scene has one code, however often it is asked for.
    const existing = ctx.store.state.permanentQrs.get(scene.data);
    if (existing !== undefined) return ok(answerText(call, existing, null));
    if (ctx.store.state.permanentQrs.size >= MAX_PERMANENT) return err(apiError(45029));
  }
  const key = randomText(ctx.runtime, 24);
  // Plain base64 with its padding: a ticket that is not encoded breaks in a query string.
  const ticket = `gQ${ctx.runtime.randomBytes(67).toString('base64')}`;
  const expiresAt = temporary ? at + seconds.data * 1000 : null;
  const qr = { ticket, key, scene: scene.data, expiresAt };
  ctx.store.record({ type: 'qr.created', at, qr });
  return ok(answerText(call, qr, temporary ? seconds.data : null));
}

function answerText(call: ApiCall, { ticket, key }: QrCode, seconds: number | null): string {
  const url = `${call.origin}${QR_PATH}/${key}`;
  return JSON.stringify({ ticket, ...(seconds === null ? {} : { expire_seconds: seconds }), url });
}
