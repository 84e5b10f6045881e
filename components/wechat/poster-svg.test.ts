import { expect, it } from 'vitest';
import { posterSvg } from './poster-svg';

const poster = {
  inviter: '路飞',
  gift: '新人得到 30 贝里',
  qr: 'http://we.example/q/1',
  hint: '扫一扫',
  link: 'luffy.example/i/a',
};

it('says who invites and what one gets, without anything from outside', () => {
  const svg = posterSvg(poster);
  expect(svg).toContain('>路飞</text>');
  expect(svg).toContain('>新人得到 30 贝里</text>');
  expect(svg).not.toMatch(/href|<image|<script|url\(/);
  expect(posterSvg({ ...poster, gift: null })).not.toContain('新人');
});

it('takes a name for text, whatever it is', () => {
  const svg = posterSvg({ ...poster, inviter: '</text><script>' });
  expect(svg).not.toContain('<script>');
  expect(svg).toContain('&#60;/text&#62;');
});
