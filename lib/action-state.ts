/** What a form's action answers; safe for the client: it never carries a secret back. */
export type ActionState =
  | { readonly status: 'idle' }
  | { readonly status: 'done'; readonly message?: string }
  | {
      readonly status: 'failed';
      readonly message: string;
      /** By field name, to be shown beside the field. */
      readonly fieldErrors: Readonly<Record<string, string>>;
      /** What was typed, so that nothing is lost when the page renders again. */
      readonly values: Readonly<Record<string, string>>;
    };

export const IDLE: ActionState = { status: 'idle' };
