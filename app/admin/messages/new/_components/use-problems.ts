import { type RefObject, useEffect, useState } from 'react';
import { type ActionState, IDLE } from '@/lib/action-state';
import type { TemplateField } from '@/lib/domain/template-field';
import { fieldsOf, focusFirst, problemsOf } from './draft';

interface Checked {
  /** What stands beside the fields: what we find, or else what the server found in what was sent last. */
  readonly shown: ActionState;
  /** Whether the form may be sent; from the first time on, what is wrong is looked for at every change. */
  readonly check: () => boolean;
}

/** The same rules as the server's, asked before a form is sent. `edition` changes with everything that was typed or picked. */
export function useProblems(
  form: RefObject<HTMLFormElement | null>,
  template: readonly TemplateField[] | null,
  answer: ActionState,
  edition: unknown,
): Checked {
  const [isStrict, setStrict] = useState(false);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [answered, setAnswered] = useState({ answer, edition });
  if (answered.answer !== answer) setAnswered({ answer, edition });

  useEffect(() => {
    if (isStrict && form.current) setProblems(problemsOf(fieldsOf(form.current), template));
  }, [form, isStrict, template, edition]);

  const check = () => {
    if (!form.current) return false;
    const found = problemsOf(fieldsOf(form.current), template);
    setStrict(true);
    setProblems(found);
    focusFirst(form.current, found);
    return Object.keys(found).length === 0;
  };
  const [message] = Object.values(problems);
  if (message !== undefined) return { shown: { status: 'failed', message, fieldErrors: problems, values: {} }, check };
  return { shown: answered.edition === edition ? answer : IDLE, check };
}
