'use client';

import {
  type ComponentProps,
  createContext,
  type ReactNode,
  useActionState,
  useContext,
  useEffect,
  useRef,
} from 'react';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { type ActionState, IDLE } from '@/lib/action-state';

const FormState = createContext<ActionState>(IDLE);

interface EditFormProps {
  /** A server action itself, not bound: what it needs travels in `fields`. */
  action: (previous: ActionState, form: FormData) => Promise<ActionState>;
  fields?: Readonly<Record<string, string | number>>;
  submit: string;
  /** FormFields; they may be rendered on the server. */
  children: ReactNode;
  variant?: 'primary' | 'secondary';
  className?: string;
  /** Folds the form away under this line until it is asked for, or has an answer to show. */
  summary?: ReactNode;
}

/** A form of the dashboard: what was typed stays when it is refused, and the first wrong field gets the focus. */
export function EditForm({ action, fields = {}, submit, children, variant, className, summary }: EditFormProps) {
  const [state, send] = useActionState(action, IDLE);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.status !== 'failed') return;
    const wrong = form.current?.querySelector('[aria-invalid=true]');
    if (wrong instanceof HTMLElement) wrong.focus();
  }, [state]);
  const content = (
    <form ref={form} action={send} className={cn('grid gap-4', className)}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div className="grid gap-3 sm:flex sm:flex-row-reverse sm:flex-wrap sm:items-center sm:justify-end">
        <FormMessage state={state} className="py-2 text-sm" />
        <SubmitButton {...(variant && { variant })} className="justify-self-start">
          {submit}
        </SubmitButton>
      </div>
    </form>
  );
  return <FormState value={state}>{summary ? <Folded {...{ summary, content, state }} /> : content}</FormState>;
}

function Folded({ summary, content, state }: { summary: ReactNode; content: ReactNode; state: ActionState }) {
  return (
    <details open={state.status === 'idle' ? undefined : true}>
      <summary className="min-h-11 content-center break-words text-sm sm:min-h-9">{summary}</summary>
      <div className="pt-2 pb-4">{content}</div>
    </details>
  );
}

/** A Field of the form around it. */
export function FormField(props: Omit<ComponentProps<typeof Field>, 'state'>) {
  return <Field {...props} state={useContext(FormState)} />;
}
