/** A form as a browser without JavaScript would send it, before anything is typed. */
export interface HtmlForm {
  /** The path it is sent to; empty: where the page is. */
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly buttons: readonly { readonly text: string; readonly name: string | null }[];
}

const FORM = /<form\b([^>]*)>([\s\S]*?)<\/form>/g;
const INPUT = /<input\b([^>]*)>/g;
const BUTTON = /<button\b([^>]*)>([\s\S]*?)<\/button>/g;

/** Every form of a page that React rendered: its markup is regular enough for this. */
function parseForms(html: string): HtmlForm[] {
  return [...html.matchAll(FORM)].map(([, head = '', body = '']) => ({
    action: attribute(head, 'action') ?? '',
    fields: [...body.matchAll(INPUT)].flatMap(([, attributes = '']) => fieldOf(attributes)),
    buttons: [...body.matchAll(BUTTON)].map(([, attributes = '', inner = '']) => ({
      text: inner.replace(/<[^>]*>/g, '').trim(),
      name: attribute(attributes, 'name'),
    })),
  }));
}

/** The first form that has such a field, with this value if one is named. */
export function formWith(html: string, name: string, value?: string): HtmlForm {
  const found = parseForms(html).find(({ fields }) =>
    fields.some((field) => field[0] === name && (value === undefined || field[1] === value)),
  );
  if (!found) throw new Error(`the page has no form with a field ${name}`);
  return found;
}

/** The first form with such a button. */
export function formWithButton(html: string, text: string): HtmlForm {
  const found = parseForms(html).find(({ buttons }) => buttons.some((button) => button.text.startsWith(text)));
  if (!found) throw new Error(`the page has no form with a button ${text}`);
  return found;
}

/** What is sent when a button is pressed, with some fields set anew. */
export function pressed(
  form: HtmlForm,
  button: string,
  typed: Readonly<Record<string, string>> = {},
): [string, string][] {
  const name = form.buttons.find(({ text }) => text.startsWith(button))?.name;
  const kept = form.fields.flatMap(([field, value]): [string, string][] =>
    typed[field] === undefined ? [[field, value]] : [],
  );
  return [...kept, ...Object.entries(typed), ...(name ? [[name, ''] satisfies [string, string]] : [])];
}

function fieldOf(attributes: string): (readonly [string, string])[] {
  const name = attribute(attributes, 'name');
  const type = attribute(attributes, 'type');
  const isChoice = type === 'radio' || type === 'checkbox';
  if (name === null || (isChoice && attribute(attributes, 'checked') === null)) return [];
  return [[name, attribute(attributes, 'value') ?? (isChoice ? 'on' : '')]];
}

function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(attributes);
  return found ? decode(found[1] ?? '') : null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };
const decode = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, entity: string) => ENTITIES[entity] ?? '');
