'use client';

import { type ComponentProps, createContext, type FormEvent, type ReactNode, useContext } from 'react';

type Fields = Readonly<Record<string, string | number>>;

interface Commands {
  /** The page's one form action, as useActionState gave it: works without JavaScript. */
  readonly action: (form: FormData) => void;
  /** The same with JavaScript: may show a preview first. */
  readonly submit: (form: FormData) => void;
  /** Sent along by every form: what they are all about. */
  readonly fields?: Fields;
}

const CommandsContext = createContext<Commands | null>(null);

/** Gives every CommandForm below it the page's one action, whose answer outlives the form that was sent. */
export function CommandsProvider({ children, ...commands }: Commands & { children: ReactNode }) {
  return <CommandsContext value={commands}>{children}</CommandsContext>;
}

type CommandFormProps = Omit<ComponentProps<'form'>, 'action' | 'onSubmit'> & {
  /** Sent along as hidden fields: the intent and the ids it needs. */
  fields: Fields;
};

export function CommandForm({ fields, children, ...props }: CommandFormProps) {
  const commands = useContext(CommandsContext);
  if (!commands) throw new Error('a CommandForm needs a CommandsProvider around it');
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    // Sent by hand, because a form sent by React is reset, and the choice just made would jump back.
    event.preventDefault();
    commands.submit(new FormData(event.currentTarget));
  };
  return (
    // A choice that the browser restored could be older than the page.
    <form autoComplete="off" {...props} action={commands.action} onSubmit={onSubmit}>
      {Object.entries({ ...commands.fields, ...fields }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
