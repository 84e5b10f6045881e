import { expect, it } from 'vitest';
import { csvLine } from './csv';

it.each([
  [['a', 1, null], 'a,1,\r\n'],
  [['a,b', 'say "hi"', 'two\nlines'], '"a,b","say ""hi""","two\nlines"\r\n'],
  [['=1+1', '+1', '-A1', '@SUM(A1)', '\tx', '\rx'], `'=1+1,'+1,'-A1,'@SUM(A1),'\tx,"'\rx"\r\n`],
  [['＝1+1', '＠A1', '\n=1'], `'＝1+1,'＠A1,"'\n=1"\r\n`],
  [['-45.00', '-5', '-1-1', '-1\n', '-1,0'], `-45.00,-5,'-1-1,"'-1\n","'-1,0"\r\n`],
  [['=HYPERLINK("http://x","y")'], `"'=HYPERLINK(""http://x"",""y"")"\r\n`],
  [[-5], '-5\r\n'],
])('%j', (cells, line) => expect(csvLine(cells)).toBe(line));
