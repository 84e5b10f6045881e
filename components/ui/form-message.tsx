import type { ActionState } from '@/lib/action-state';
import { Alert } from './alert';

/**
 * What the form's action answered, announced: an alert when it failed, a status when it is done. An error that stands
 * beside its field already is announced only.
 */
export function FormMessage({ state, className }: { state: ActionState; className?: string }) {
  if (state.status === 'failed') {
    const isBesideField = Object.values(state.fieldErrors).includes(state.message);
    return (
      <Alert role="alert" tone="danger" className={isBesideField ? 'sr-only' : className}>
        {state.message}
      </Alert>
    );
  }
  if (state.status === 'done' && state.message) {
    return (
      <Alert role="status" tone="success" className={className}>
        {state.message}
      </Alert>
    );
  }
  return null;
}
