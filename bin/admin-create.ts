import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createDb } from '@/db/client';
import { registerSchema } from '@/lib/domain/credentials';
import { createAdmin } from '@/lib/services/account/create-admin';

// npm run admin:create, or with the password on stdin: npm run admin:create -- --username name < password.txt
const { values } = parseArgs({ options: { username: { type: 'string' } } });

async function ask(question: string, { hidden }: { hidden: boolean }): Promise<string> {
  process.stdout.write(question);
  const echo = new Writable({
    write(chunk, _encoding, done) {
      if (!hidden) process.stdout.write(chunk);
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output: echo, terminal: true });
  terminal.on('SIGINT', () => process.exit(130));
  const answer = await terminal.question('');
  terminal.close();
  if (hidden) process.stdout.write('\n');
  return answer;
}

async function askBoth() {
  const username = values.username ?? (await ask('用户名：', { hidden: false }));
  const password = await ask('密码（不显示）：', { hidden: true });
  const again = await ask('再输入一次密码：', { hidden: true });
  return password === again ? { username, password } : fail('两次输入的密码不一致');
}

async function readInput() {
  if (process.stdin.isTTY) return askBoth();
  if (!values.username) return fail('请用 --username 给出用户名，密码从标准输入读取');
  return { username: values.username, password: (await text(process.stdin)).replace(/\r?\n$/, '') };
}

function fail(line: string): never {
  console.error(`✗ ${line}`);
  process.exit(1);
}

const input = registerSchema.safeParse(await readInput());
if (!input.success) fail(input.error.issues.map((issue) => issue.message).join('; '));
const db = createDb(process.env.DATABASE_URL ?? fail('环境变量 DATABASE_URL: 缺少此变量'), { max: 1 });
const result = await createAdmin({ db }, input.data);
await db.$client.end();
if (!result.ok) fail(`用户名 ${input.data.username} 已被使用`);
console.log(`管理员 ${input.data.username} 已建立`);
