import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Markdown } from './markdown';

const html = (source: string) => renderToStaticMarkup(<Markdown source={source} />);
/** Every attribute and tag of the result, without the text between them. */
const markup = (source: string) => (html(source).match(/<[^>]*>/g) ?? []).join('');

describe('hostile Markdown', () => {
  it.each([
    '<script>alert(1)</script>',
    'text <script>alert(1)</script> text',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<iframe src="https://evil.example"></iframe>',
    '<style>*{display:none}</style>',
    '<!-- --><form action=//evil.example><input>',
    '- <details open ontoggle=alert(1)>',
    '| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |',
    '# <b onclick=alert(1)>x</b>',
    '> <math><mtext></mtext></math>',
    '```"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```',
    '`</code><script>alert(1)</script>`',
    '![x](https://evil.example/track.gif)',
    '![x" onerror="alert(1)](x)',
    '[x](https://a.example/"onmouseover="alert(1))',
    '[x](https://a.example "title\\" onclick=\\"alert(1)")',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<x@y.example"onclick=alert(1)>',
  ])('%s has no markup of its own', (source) => {
    expect(markup(source)).not.toMatch(/<(?:script|img|svg|iframe|style|form|input|details|math|b)\b/i);
    expect(markup(source).replaceAll(/"[^"]*"/g, '""')).not.toMatch(/\son\w+=/i);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](  javascript:alert(1))',
    '[x](java&#x0a;script:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](\u0001javascript:alert(1))',
    '[x](vbscript:msgbox(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](file:///etc/passwd)',
    '[x](blob:https://a.example/1)',
    '[x](relative/page)',
    '<javascript:alert(1)>',
    '[x][ref]\n\n[ref]: javascript:alert(1)',
  ])('%s is no link', (source) => {
    expect(markup(source)).not.toContain('href');
  });

  it('sends a protocol-relative link away as external', () => {
    expect(html('[x](//evil.example/y)')).toContain('href="https://evil.example/y" class');
    expect(html('[x](/\\evil.example)')).toContain('rel="noopener noreferrer nofollow"');
  });

  it('survives what is not Markdown at all', () => {
    const noise = '[`*_<>#|\\!&;](\u0000\n'.repeat(200);
    expect(() => html(noise)).not.toThrow();
  });
});

describe('a lesson', () => {
  it('keeps links to the site and to the web', () => {
    expect(html('[课程](/courses?type=vip#top)')).toContain('href="/courses?type=vip#top"');
    expect(html('[顶](#top)')).toContain('href="#top"');
    expect(html('<https://docs.python.org/zh-cn/3/>')).toContain('href="https://docs.python.org/zh-cn/3/"');
    expect(html('[邮件](mailto:hi@example.com)')).toContain('href="mailto:hi@example.com"');
  });

  it('writes character references as characters, once', () => {
    expect(html('1 &lt; 2 &amp; 3 &#65; &amp;lt; \\*')).toContain('1 &lt; 2 &amp; 3 A &amp;lt; *');
    expect(html('`&lt;`')).toContain('&amp;lt;');
  });

  it('starts its headings below the page title', () => {
    expect(markup('# 一\n\n## 二\n\n### 三\n\n###### 六')).toMatch(/<h2.*<h2.*<h3.*<h4/);
  });

  it('renders code, lists, tables, quotes and emphasis', () => {
    expect(html('```python\nprint("a < b")\n```')).toMatch(/python<\/figcaption>.*print\(&quot;a &lt; b&quot;\)/);
    expect(html('3. 三\n4. 四')).toContain('<ol start="3"');
    expect(html('- [x] 完成\n- [ ] 待办')).toMatch(/☑.*完成.*☐.*待办/);
    expect(html('| 甲 | 乙 |\n|---|---|\n| 1 | **2** |')).toMatch(/<th scope="col".*甲.*<strong>2<\/strong>/);
    expect(html('> *重* ~~旧~~')).toMatch(/<blockquote.*<em>重<\/em> <del>旧<\/del>/);
  });
});
