import { describe, expect, it } from 'vitest';
import { clean, cut, fitText } from './message-text';

const bytes = (text: string) => Buffer.byteLength(text);

describe('clean', () => {
  it.each([
    ['control characters', 'a\u0000b\u0007c\u007fd\u0085e', 'abcde'],
    ['what turns the writing direction or is invisible', 'a\u202eb\u2066c\u200bd\ufeffe', 'abcde'],
    ['halves of surrogate pairs', 'a\ud800b\udc00c', 'abc'],
    ['nothing of words, emoji, line feeds and tabs', '路飞\t👒\nA', '路飞\t👒\nA'],
  ])('takes away %s', (_, given, expected) => expect(clean(given)).toBe(expected));

  it('writes every line end the same way', () => expect(clean('a\r\nb\rc')).toBe('a\nb\nc'));

  it('leaves nothing that JSON would write as a \\u escape', () => {
    const all = Array.from({ length: 0x10000 }, (_unused, code) => String.fromCharCode(code)).join('');
    expect(JSON.stringify(clean(all))).not.toMatch(/\\u/i);
  });
});

describe('cut', () => {
  it.each([
    ['一二三四五', 5, '一二三四五'],
    ['一二三四五六', 5, '一二三四…'],
    ['👒👒👒', 6, '👒👒👒'],
    ['👒👒👒x', 6, '👒👒…'],
  ])('%s to %i', (text, limit, expected) => expect(cut(text, limit)).toBe(expected));
});

describe('fitText', () => {
  it('keeps what fits', () => expect(fitText('  你好\n路飞  ')).toBe('你好\n路飞'));
  it('cuts by bytes, between characters', () => {
    for (const text of ['路'.repeat(2000), `a${'👒'.repeat(1000)}`, 'a'.repeat(2049)]) {
      const fitted = fitText(text);
      expect(bytes(fitted)).toBeLessThanOrEqual(2048);
      expect(bytes(fitted)).toBeGreaterThan(2040);
      expect(fitted.endsWith('…')).toBe(true);
      expect(fitted).not.toMatch(/\p{Cs}/u);
    }
  });
  it('is empty when nothing is left', () => expect(fitText(' \u0000\u200b ')).toBe(''));
});
