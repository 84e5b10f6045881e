import { type FormEvent, startTransition, useActionState, useState } from 'react';
import { type ActionState, IDLE } from '@/lib/action-state';
import { sendCampaign } from '../actions';
import { type ChosenTemplates, type FormFields, focusFirst, problemsOf, toFormData } from './draft';

interface SendForm {
  /** What stands beside the fields: what we find ourselves, or else what the server found in what was sent. */
  readonly shown: ActionState;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** Whether it is being asked if this shall really be sent. */
  readonly isAsking: boolean;
  readonly stopAsking: () => void;
  readonly send: () => void;
}

type Answer = ReturnType<typeof useActionState<ActionState, FormData>>;

/** Checks what is to be sent by the server's rules, asks once more, sends. */
export function useSendForm([state, submit]: Answer, fields: FormFields, chosen: ChosenTemplates): SendForm {
  // From the first attempt on, what is wrong is said at every change.
  const [isStrict, setStrict] = useState(false);
  // Asked for the answer that was there at the time: the next answer closes the question.
  const [askedSince, setAskedSince] = useState<ActionState | null>(null);
  const [sent, setSent] = useState<FormFields | null>(null);
  const problems = problemsOf(fields, chosen);
  const [message] = Object.values(problems);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setStrict(true);
    focusFirst(event.currentTarget, problems);
    if (message === undefined) setAskedSince(state);
  }

  function send() {
    setSent(fields);
    startTransition(() => submit(toFormData(fields)));
  }

  const isOwn = isStrict && message !== undefined;
  return {
    shown: isOwn
      ? { status: 'failed', message, fieldErrors: problems, values: {} }
      : isStale(sent, fields)
        ? IDLE
        : state,
    onSubmit,
    isAsking: askedSince === state,
    stopAsking: () => setAskedSince(null),
    send,
  };
}

/** Whether something was changed since it was sent; the key of the form changes by itself. */
const isStale = (sent: FormFields | null, now: FormFields): boolean =>
  sent !== null && JSON.stringify({ ...sent, formKey: '' }) !== JSON.stringify({ ...now, formKey: '' });

export const useAnswer = (): Answer => useActionState(sendCampaign, IDLE);
