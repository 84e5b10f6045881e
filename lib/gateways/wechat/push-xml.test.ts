import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textReply } from './passive-reply';
import { readPushXml } from './push-xml';

describe('a push', () => {
  it('is read as WeChat writes it, every value as text', () => {
    const document = `<?xml version="1.0" encoding="UTF-8"?><xml>
      <ToUserName><![CDATA[gh_1]]></ToUserName> <CreateTime>1348831860</CreateTime>
      <EventKey><![CDATA[007]]></EventKey><MsgId>6086335233451765761</MsgId><Empty></Empty><None/>
      <Content><![CDATA[ 你好 <a> & 😀
]]></Content><Entities>&lt;&amp;lt;&quot;</Entities></xml>`;
    expect(readPushXml(document)).toEqual({
      ToUserName: 'gh_1',
      CreateTime: '1348831860',
      EventKey: '007',
      MsgId: '6086335233451765761',
      Empty: '',
      None: '',
      Content: ' 你好 <a> & 😀\n',
      Entities: '<&lt;"',
    });
  });

  it.each([
    ['one', '<List><A>1</A></List>', [{ A: '1' }]],
    ['several', '<List><A>1</A></List>\n<List><A>2</A></List>', [{ A: '1' }, { A: '2' }]],
  ])('has a list of %s as a list', (_, list, expected) => {
    expect(readPushXml(`<xml><Event><![CDATA[x]]></Event><Sent>${list}</Sent></xml>`)).toEqual({
      Event: 'x',
      Sent: { List: expected },
    });
  });

  it('has CDATA that was split, joined', () => {
    expect(readPushXml('<xml><A><![CDATA[a]]]]><![CDATA[>b]]></A></xml>')).toEqual({ A: 'a]]>b' });
  });

  it('may say in CDATA whatever it likes', () => {
    expect(readPushXml('<xml><A><![CDATA[<!DOCTYPE x> <?php &x; <!-- ]]></A></xml>')).toEqual({
      A: '<!DOCTYPE x> <?php &x; <!-- ',
    });
  });
});

describe('anything else is not read', () => {
  it.each([
    ['nothing', ''],
    ['JSON', '{"a":1}'],
    ['text', 'hello'],
    ['another root', '<a><b>1</b></a>'],
    ['two roots', '<xml></xml><xml></xml>'],
    ['text beside the root', '<xml></xml>x'],
    ['something unclosed', '<xml><a></xml>'],
    ['a DOCTYPE', '<!DOCTYPE xml><xml><a>1</a></xml>'],
    ['a DOCTYPE in lower case', '<!doctype xml [<!ENTITY x "y">]><xml><a>&x;</a></xml>'],
    ['an entity inside', '<xml><!ENTITY x "y"><a>&x;</a></xml>'],
    ['an unknown entity', '<xml><a>&nbsp;</a></xml>'],
    ['a character by its number', '<xml><a>&#0;</a></xml>'],
    ['an instruction', '<xml><?php echo 1 ?><a>1</a></xml>'],
    ['a second declaration', '<?xml version="1.0"?><?xml version="1.0"?><xml><a>1</a></xml>'],
    ['a comment', '<xml><!-- 1 --><a>1</a></xml>'],
    ['an attribute of the root', '<xml a="1"><b>1</b></xml>'],
    ['an attribute', '<xml><b c="1">1</b></xml>'],
    ['the same element twice', '<xml><A>1</A><A>2</A></xml>'],
    ['the same element twice, below', '<xml><S><A>1</A><A/></S></xml>'],
    ['text between elements', '<xml>x<A>1</A></xml>'],
    ['text beside an element', '<xml><A>x<B>1</B></A></xml>'],
    ['CDATA beside an element', '<xml><A><![CDATA[x]]><B>1</B></A></xml>'],
    ['the end of CDATA outside of it', '<xml><A>]]></A></xml>'],
    ['a prefix', '<xml><a:b>1</a:b></xml>'],
    ['a prototype', '<xml><__proto__>1</__proto__></xml>'],
    ['a NUL', '<xml><A><![CDATA[a\0b]]></A></xml>'],
    ['half a character', '<xml><A><![CDATA[\ud800]]></A></xml>'],
    ['something too deep', `<xml>${'<a>'.repeat(9)}1${'</a>'.repeat(9)}</xml>`],
    ['something endlessly deep', `<xml>${'<a>'.repeat(8000)}${'</a>'.repeat(8000)}</xml>`],
    ['something too large', `<xml><A>${'x'.repeat(65_536)}</A></xml>`],
  ])('%s', (_, document) => {
    expect(readPushXml(document)).toBeNull();
  });

  it('and nothing makes it throw', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<xml>',
        '</xml>',
        '<a>',
        '</a>',
        '<![CDATA[',
        ']]>',
        '<!',
        '<?',
        '?>',
        '&',
        ';',
        '<',
        '>',
        '/',
        '"',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(soup, (document) => void readPushXml(document)),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(soup, (inner) => void readPushXml(`<xml>${inner}</xml>`)),
      { numRuns: 2000 },
    );
  });
});

describe('a passive reply', () => {
  it('is the other way round, and read back whatever was said', () => {
    const now = new Date('2026-01-02T03:04:05Z');
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 });
    fc.assert(
      fc.property(words, (text) => {
        const reply = textReply({ openid: 'o1', account: 'gh_1' }, `${text}]]>${text}`, now);
        expect(readPushXml(reply)).toEqual({
          ToUserName: 'o1',
          FromUserName: 'gh_1',
          CreateTime: '1767323045',
          MsgType: 'text',
          Content: `${text}]]>${text}`,
        });
      }),
    );
  });
});
