import { z } from 'zod';
import { MALFORMED } from '@/lib/domain/form-fields';

/** The platform keeps so many permanent codes of an account. */
export const MOST_PERMANENT = 100_000;
const MOST_LETTERS = 40;

const nameField = z
  .string('请填写渠道名称')
  .trim()
  .min(1, '请填写渠道名称')
  .max(MOST_LETTERS, `不超过 ${MOST_LETTERS} 个字`);

/** A marketing code's scene, as it stands in addresses and hidden fields. */
export const sceneField = z.string(MALFORMED).regex(/^m_[a-z0-9]{6,32}$/, MALFORMED);

export const newQrcodeSchema = z.object({ name: nameField });
export const qrcodeSchema = z.object({ scene: sceneField });
