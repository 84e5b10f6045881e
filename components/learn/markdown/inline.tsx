import type { MarkedToken, Token } from 'marked';
import type { ReactNode } from 'react';
import { decodeEntities } from './entities';
import { safeHref } from './safe-href';

/** Without extensions every token is one of marked's own. */
export const own = (tokens: readonly Token[] = []): MarkedToken[] => tokens.filter(isOwn);
const isOwn = (token: Token): token is MarkedToken => typeof token.raw === 'string';

function LessonLink({ href, children }: { href: string; children: ReactNode }) {
  const target = safeHref(decodeEntities(href));
  if (!target) return children;
  return (
    <a
      href={target.href}
      className="text-link underline underline-offset-4"
      {...(target.isExternal ? { target: '_blank', rel: 'noopener noreferrer nofollow' } : {})}
    >
      {children}
    </a>
  );
}

function inlineToken(token: MarkedToken): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{inline(token.tokens)}</strong>;
    case 'em':
      return <em>{inline(token.tokens)}</em>;
    case 'del':
      return <del>{inline(token.tokens)}</del>;
    case 'codespan':
      return <code className="rounded-sm bg-muted px-1.5 py-0.5 font-mono text-[0.9em]">{token.text}</code>;
    case 'br':
      return <br />;
    case 'link':
      return <LessonLink href={token.href}>{inline(token.tokens)}</LessonLink>;
    case 'checkbox':
      return <span className="mr-1.5">{token.checked ? '☑' : '☐'}</span>;
    case 'image':
      // Lessons bring no pictures of their own: what it shows, in words.
      return decodeEntities(token.text);
    case 'text':
      return token.tokens ? inline(token.tokens) : decodeEntities(token.text);
    case 'escape':
      return token.text;
    default:
      // Markup included: it is text, and React writes it as text.
      return token.raw;
  }
}

/** The inside of a paragraph as elements. */
export function inline(tokens: readonly Token[] | undefined): ReactNode {
  // Rendered once, on the server: a position is as good a key as any.
  return own(tokens).map((token, index) => <Piece key={`${index}-${token.type}`} token={token} />);
}

const Piece = ({ token }: { token: MarkedToken }) => inlineToken(token);
