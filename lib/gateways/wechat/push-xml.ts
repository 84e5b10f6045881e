import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import type { PushFields, PushValue } from '@/lib/domain/wechat/push-fields';

const MAX_BYTES = 64 * 1024;
const MAX_DEPTH = 6;
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
/** Nothing else may be said twice: who would decide which one counts? */
const REPEATED: ReadonlySet<string> = new Set(['List', 'item']);
const TEXT = '#text';
const CDATA = '#cdata';

// Entities but the five of XML itself; whatever begins with <! or <? once CDATA and the declaration are gone.
const FORBIDDEN = /<[!?]|\]\]>|&(?!(?:lt|gt|amp|quot|apos);)/;
const DECLARATION = /^<\?xml[ \t\r\n][^<>?]*\?>/;
// What XML 1.0 has no character for. NUL could not even be stored.
const NO_CHARACTER = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]|\p{Cs}/u;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  parseTagValue: false,
  trimValues: false,
  textNodeName: TEXT,
  cdataPropName: CDATA,
  maxNestedTags: MAX_DEPTH,
  htmlEntities: false,
  ignoreDeclaration: true,
});

const nodesSchema = z.array(z.record(z.string(), z.unknown()));
const textSchema = z.tuple([z.record(z.literal(TEXT), z.union([z.string(), z.number()]))]);

/**
 * The fields below <xml> as WeChat writes them, every value as text: a scene "007" stays one, and so do 64-bit numbers.
 * `List` is always a list. Null: not such a document; DOCTYPE, instructions, comments and attributes are none of it.
 */
export function readPushXml(document: string): PushFields | null {
  if (Buffer.byteLength(document) > MAX_BYTES) return null;
  const body = document
    .replace(/^\ufeff/, '')
    .trim()
    .replace(DECLARATION, '');
  if (isForbidden(body)) return null;
  try {
    if (XMLValidator.validate(body) !== true) return null;
    const [root, ...rest] = elements(parser.parse(body));
    return root?.name === 'xml' && rest.length === 0 ? readFields(root.children) : null;
  } catch {
    return null;
  }
}

function isForbidden(body: string): boolean {
  // What stands in CDATA is somebody's text and may look like anything.
  const markup = body.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  return FORBIDDEN.test(markup) || NO_CHARACTER.test(body);
}

class NotXml extends Error {
  override readonly name = 'NotXml';
}

interface Element {
  readonly name: string;
  readonly children: unknown;
}

/** The elements in their order; text between them must be nothing but space. */
function elements(nodes: unknown): Element[] {
  return nodesSchema.parse(nodes).flatMap((node) => {
    const [name, ...more] = Object.keys(node);
    if (name === undefined || more.length > 0) throw new NotXml();
    if (name === TEXT && String(node[name]).trim() === '') return [];
    if (!NAME.test(name)) throw new NotXml();
    return [{ name, children: node[name] }];
  });
}

function readFields(children: unknown): PushFields {
  const fields = new Map<string, PushValue>();
  for (const { name, children: inner } of elements(children)) {
    const value = readValue(inner);
    const before = fields.get(name);
    if (REPEATED.has(name)) fields.set(name, [...(Array.isArray(before) ? before : []), value]);
    else if (before === undefined) fields.set(name, value);
    else throw new NotXml();
  }
  return Object.fromEntries(fields);
}

function readValue(children: unknown): PushValue {
  const nodes = nodesSchema.parse(children);
  if (nodes.some((node) => Object.keys(node).some((key) => NAME.test(key)))) return readFields(nodes);
  return readText(nodes);
}

/** Text and CDATA joined; space beside CDATA is only how it was laid out. */
function readText(nodes: z.output<typeof nodesSchema>): string {
  const parts = nodes.map((node) => {
    const [key, ...more] = Object.keys(node);
    if (more.length > 0) throw new NotXml();
    if (key === TEXT) return { isQuoted: false, text: String(node[TEXT]) };
    if (key === CDATA) return { isQuoted: true, text: textSchema.parse(node[CDATA])[0][TEXT].toString() };
    throw new NotXml();
  });
  const isQuoted = parts.some((part) => part.isQuoted);
  const text = parts
    .filter((part) => part.isQuoted || !isQuoted || part.text.trim() !== '')
    .map((part) => part.text)
    .join('');
  return isQuoted ? text : text.trim();
}
