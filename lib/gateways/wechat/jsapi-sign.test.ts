import { expect, it } from 'vitest';
import { signPage } from './jsapi-sign';

// The example of WeChat's own documentation.
it('signs as the documents say', () => {
  const signature = signPage({
    ticket: 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg',
    nonce: 'Wm3WZYTPz0wzccnW',
    timestamp: 1414587457,
    url: 'http://mp.weixin.qq.com?params=value',
  });
  expect(signature).toBe('0f9de62fce790f9a083d5c99e95740ceb90c27ed');
});

it('signs the whole address, with its query and with what is not ASCII as it was encoded', () => {
  const page = { ticket: 't', nonce: 'n', timestamp: 1, url: 'https://luffy.example/courses/a?x=%E8%B7%AF' };
  // printf '%s' 'jsapi_ticket=t&noncestr=n&timestamp=1&url=https://luffy.example/courses/a?x=%E8%B7%AF' | sha1sum
  expect(signPage(page)).toBe('73eaf3b1a9dca485df23f6266f0810980304200a');
  expect(signPage({ ...page, url: 'https://luffy.example/courses/a' })).not.toBe(signPage(page));
});
