import { Lightbulb } from 'lucide-react';
import { lexer, type Token } from 'marked';
import { blocks } from './block';

const HINT = '提示';

/** An exercise in Markdown: what stands under a heading 提示 stays folded until asked for. */
export function Exercise({ source }: { source: string }) {
  const { task, hint, rest } = splitHint(lexer(source));
  return (
    <div className="grid min-w-0 gap-4 leading-relaxed">
      {blocks(task)}
      {hint.length > 0 && (
        <details className="group rounded-lg border bg-primary-soft">
          <summary className="flex min-h-12 items-center gap-2 px-4 font-semibold text-primary-ink">
            <Lightbulb aria-hidden className="size-5" />
            <span className="group-open:hidden">卡住了？看看提示</span>
            <span className="hidden group-open:inline">提示</span>
          </summary>
          <div className="grid gap-4 px-4 pb-4">{blocks(hint)}</div>
        </details>
      )}
      {blocks(rest)}
    </div>
  );
}

/** The hint reaches to the next heading of its rank. */
function splitHint(tokens: readonly Token[]): Record<'task' | 'hint' | 'rest', readonly Token[]> {
  const start = tokens.findIndex((token) => token.type === 'heading' && token.text === HINT);
  const heading = tokens[start];
  if (!heading) return { task: tokens, hint: [], rest: [] };
  const after = tokens.slice(start + 1);
  const length = after.findIndex((token) => token.type === 'heading' && token.depth <= depthOf(heading));
  const end = length === -1 ? after.length : length;
  return { task: tokens.slice(0, start), hint: after.slice(0, end), rest: after.slice(end) };
}

const depthOf = (token: Token): number => (token.type === 'heading' ? token.depth : 1);
