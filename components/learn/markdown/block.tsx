import type { MarkedToken, Token, Tokens } from 'marked';
import type { ReactNode } from 'react';
import { inline, own } from './inline';

// The lesson's name is the page's h1.
const HEADINGS = { 2: 'h2', 3: 'h3', 4: 'h4' } as const;
const HEADING_STYLES = { h2: 'mt-4 font-bold text-xl', h3: 'mt-2 font-semibold text-lg', h4: 'font-semibold' } as const;

function Heading({ token }: { token: Tokens.Heading }) {
  const Tag = token.depth <= 2 ? HEADINGS[2] : token.depth === 3 ? HEADINGS[3] : HEADINGS[4];
  return <Tag className={HEADING_STYLES[Tag]}>{inline(token.tokens)}</Tag>;
}

function CodeBlock({ token }: { token: Tokens.Code }) {
  const language = /^[\w+#-]{1,20}/.exec(token.lang ?? '')?.[0];
  return (
    <figure className="min-w-0 overflow-hidden rounded-lg border bg-muted">
      {language && language !== 'text' && (
        <figcaption className="border-b px-4 py-1.5 font-mono text-muted-foreground text-xs">{language}</figcaption>
      )}
      {/* Long lines scroll inside the block, with the keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} className="overflow-x-auto whitespace-pre p-4 font-mono text-sm leading-relaxed">
        <code>{token.text}</code>
      </pre>
    </figure>
  );
}

function Items({ token }: { token: Tokens.List }) {
  const items = token.items.map((item, index) => (
    <li key={`${index}-${item.raw.length}`} className={item.task ? 'list-none' : undefined}>
      {blocks(item.tokens)}
    </li>
  ));
  if (!token.ordered) return <ul className="grid list-disc gap-1.5 pl-6 marker:text-primary-ink">{items}</ul>;
  return (
    <ol
      start={token.start === '' ? 1 : token.start}
      className="grid list-decimal gap-1.5 pl-6 marker:text-muted-foreground"
    >
      {items}
    </ol>
  );
}

function Grid({ token }: { token: Tokens.Table }) {
  const cell = 'border-b px-3 py-2 text-left align-top';
  return (
    <section
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls in its own frame, by the keyboard too
      tabIndex={0}
      aria-label="表格"
      className="overflow-x-auto rounded-lg border"
    >
      <table className="w-full border-collapse text-sm">
        <thead className="bg-muted">
          <tr>
            {token.header.map((head, index) => (
              <th key={`${index}-${head.text}`} scope="col" className={cell}>
                {inline(head.tokens)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {token.rows.map((row, index) => (
            <tr key={`${index}-${row[0]?.text}`} className="last:[&>td]:border-b-0">
              {row.map((data, column) => (
                <td key={`${column}-${data.text}`} className={cell}>
                  {inline(data.tokens)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function blockToken(token: MarkedToken): ReactNode {
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading':
      return <Heading token={token} />;
    case 'code':
      return <CodeBlock token={token} />;
    case 'list':
      return <Items token={token} />;
    case 'table':
      return <Grid token={token} />;
    case 'blockquote':
      return <blockquote className="grid gap-3 border-primary border-l-4 pl-4">{blocks(token.tokens)}</blockquote>;
    case 'hr':
      return <hr />;
    case 'paragraph':
      return <p>{inline(token.tokens)}</p>;
    default:
      return inline([token]);
  }
}

const Block = ({ token }: { token: MarkedToken }) => blockToken(token);

/** A document's tokens as elements. */
export function blocks(tokens: readonly Token[]): ReactNode {
  return own(tokens).map((token, index) => <Block key={`${index}-${token.type}`} token={token} />);
}
