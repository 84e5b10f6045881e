import 'server-only';
import { z } from 'zod';
import type { ActionState } from './action-state';
import { requireAdmin, requireViewer } from './auth/guards';
import { createCtx } from './context';
import { errorMessage, type Failure, type Result } from './errors';
import { formValues } from './form-values';
import { requestLog } from './request-log';
import type { Actor, Ctx } from './services/ctx';

type Account = Extract<Actor, { kind: 'account' }>;
type Admin = Account & { readonly role: 'admin' };
type FormAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

/** What an action's body gives back: a service's result, with the message of success if there is one to show. */
type Outcome = Result<unknown>;

const SECRET_FIELD = /password|secret|code/i;

function failed(form: FormData, message: string, fieldErrors: Record<string, string>): ActionState {
  const typed = Object.entries(formValues(form)).filter(([name]) => !SECRET_FIELD.test(name));
  return { status: 'failed', message, fieldErrors, values: Object.fromEntries(typed) };
}

function invalid(form: FormData, error: z.ZodError): ActionState {
  const fieldErrors: Record<string, string> = {};
  for (const issue of error.issues) fieldErrors[issue.path.join('.')] ??= issue.message;
  return failed(form, Object.values(fieldErrors)[0] ?? '请检查填写的内容', fieldErrors);
}

const refused = (form: FormData, failure: Failure): ActionState =>
  failed(form, errorMessage(failure), failure.field ? { [failure.field]: errorMessage(failure) } : {});

/** What is said when it is done. */
type Said<S extends z.ZodType> = string | ((input: z.output<S>) => string);

async function run<S extends z.ZodType, A extends Actor>(
  schema: S,
  form: FormData,
  actor: A,
  body: (ctx: Ctx & { readonly actor: A }, input: z.output<S>) => Promise<Outcome>,
  message: Said<S> | undefined,
): Promise<ActionState> {
  const parsed = schema.safeParse(formValues(form));
  if (!parsed.success) return invalid(form, parsed.error);
  const result = await body(createCtx(actor, await requestLog()), parsed.data);
  if (!result.ok) return refused(form, result.error);
  if (message === undefined) return { status: 'done' };
  return { status: 'done', message: typeof message === 'string' ? message : message(parsed.data) };
}

/**
 * A form action for a signed-in account: authenticates, parses, runs, and turns failures into words.
 * Someone signed out is sent to the sign-in page and comes back to `from`. The body may redirect.
 */
export function accountAction<S extends z.ZodType>(
  options: { schema: S; from: string; message?: string },
  body: (ctx: Ctx & { readonly actor: Account }, input: z.output<S>) => Promise<Outcome>,
): FormAction {
  return async (_previous, form) => {
    const viewer = await requireViewer(options.from);
    const actor: Account = { kind: 'account', id: viewer.id, role: viewer.role };
    return run(options.schema, form, actor, body, options.message);
  };
}

/**
 * A form action for administrators: anyone else gets the sign-in or the 403 page, and nothing runs. The service it
 * calls asks again, with `authoriseAdmin`. Ids come as hidden fields: a bound action does not work without JavaScript.
 */
export function adminAction<S extends z.ZodType>(
  options: { schema: S; message?: Said<S> },
  body: (ctx: Ctx & { readonly actor: Admin }, input: z.output<S>) => Promise<Outcome>,
): FormAction {
  return async (_previous, form) => {
    const viewer = await requireAdmin();
    const actor: Admin = { kind: 'account', id: viewer.id, role: viewer.role };
    return run(options.schema, form, actor, body, options.message);
  };
}

/** A form action open to everyone. */
export function visitorAction<S extends z.ZodType>(
  options: { schema: S; message?: string },
  body: (ctx: Ctx, input: z.output<S>) => Promise<Outcome>,
): FormAction {
  return async (_previous, form) => run(options.schema, form, { kind: 'visitor' }, body, options.message);
}
