import type { ActionState } from '@/lib/action-state';
import { Alert } from './alert';

/** What the form's action answered, announced: an alert when it failed, a status when it is done. */
export function FormMessage({ state, className }: { state: ActionState; className?: string }) {
  if (state.status === 'failed') {
    return (
      <Alert role="alert" tone="danger" className={className}>
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
