import { buildWhenStale } from './stack/build';
import { parentGone } from './stack/parent';
import { isDemo } from './stack/sides';
import { type Stack, startStack } from './stack/stack';
import { oneLine } from './stack/start-error';

/** `npm start` and `npm run dev`, once the dependencies are there. Resolves to the exit code. */
export async function launch(mode: 'start' | 'dev'): Promise<number> {
  const halt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => halt.abort());
  parentGone(() => halt.abort());
  try {
    const stack = await startStack({
      given: process.env,
      mode,
      signal: halt.signal,
      onDeath: (error) => halt.abort(error),
      ...(mode === 'start' ? { beforeSite: buildWhenStale } : {}),
    });
    announce(stack);
    await aborted(halt.signal);
    console.log('正在停止…');
    await stack.stop();
    halt.signal.throwIfAborted();
    return 0;
  } catch (error) {
    return report(error, halt.signal);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

// An abort without an error of its own was asked for: Ctrl-C is no failure.
function report(error: unknown, signal: AbortSignal): number {
  const cause: unknown = signal.aborted ? signal.reason : error;
  if (cause instanceof DOMException && cause.name === 'AbortError') return 0;
  console.error(`✗ ${oneLine(cause)}`);
  if (process.env.LOG_LEVEL === 'debug') console.error(cause);
  return 1;
}

const DEMO_ACCOUNTS = [
  ['学员', 'luffy', 'luffy123456'],
  ['学员', 'zoro', 'zoro123456'],
  ['导师', 'nami', 'nami123456'],
  ['管理员', 'admin', 'admin123456'],
] as const;

function announce({ siteUrl, sandboxUrl, sides }: Stack): void {
  const lines = ['', '路飞学城已就绪', `  网站        ${siteUrl}`];
  if (sandboxUrl) lines.push(`  沙箱        ${sandboxUrl}`);
  lines.push(`  支付宝      ${sides.alipay === 'real' ? '真实环境' : '沙箱'}`);
  lines.push(`  微信        ${sides.wechat === 'real' ? '真实环境' : '沙箱'}`);
  if (isDemo(sides)) {
    lines.push('  演示账号');
    for (const [role, name, password] of DEMO_ACCOUNTS) lines.push(`    ${role.padEnd(4, '　')}${name} / ${password}`);
  } else {
    lines.push('  用 npm run admin:create 建立第一个管理员');
  }
  lines.push('按 Ctrl-C 停止', '');
  console.log(lines.join('\n'));
}
