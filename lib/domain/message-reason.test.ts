import { expect, it } from 'vitest';
import { reasonWords } from './message-reason';

it.each([
  ['43004 require subscribe rid: 1-2-3', '还没有关注服务号，关注后才能收到'],
  ['45015 response out of time limit', '超过 48 小时没有和服务号互动，微信不允许发送'],
  ['-1 system error', '微信暂时没有接收（-1）'],
  ['99999 something new', '微信暂时没有接收（99999）'],
  ['还没有可用的消息模板', '还没有可用的消息模板'],
  ['failed: system failed', '微信没有送达（微信系统原因）'],
  ['failed:user block', '学员在微信里拒收了服务号的消息'],
  ['no answer', '微信暂时没有响应'],
  ['access token: no answer', '微信暂时没有响应'],
])('%s → %s', (reason, words) => expect(reasonWords(reason)).toBe(words));
