import { lexer } from 'marked';
import { blocks } from './block';

/**
 * Markdown as React elements. No HTML string is ever made: markup in the source comes out as text, and a link
 * goes only where safeHref allows.
 */
export function Markdown({ source }: { source: string }) {
  return <div className="grid min-w-0 gap-4 leading-relaxed">{blocks(lexer(source))}</div>;
}
