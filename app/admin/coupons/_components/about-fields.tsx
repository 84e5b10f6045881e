'use client';

import type { ActionState } from '@/lib/action-state';
import { COUPON_LIMITS } from '@/lib/domain/coupon-terms';
import type { DraftProps } from './draft-from';
import { DraftInput } from './draft-input';

/** What people read. */
export function AboutFields(parts: DraftProps & { state: ActionState }) {
  return (
    <div className="grid gap-4">
      <DraftInput
        {...parts}
        name="name"
        label="名称"
        hint={`最多 ${COUPON_LIMITS.name} 个字`}
        input={{ required: true }}
      />
      <DraftInput {...parts} name="brief" label="说明" optional hint="一句话，学员领券时看得到" />
    </div>
  );
}
