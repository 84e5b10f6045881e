import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Exercise } from './exercise';

const html = (source: string) => renderToStaticMarkup(<Exercise source={source} />);

it('folds the hint, up to the next heading of its rank', () => {
  const result = html('## 题目\n\n写一个函数\n\n## 提示\n\n用递归\n\n### 细节\n\n注意边界\n\n## 延伸\n\n再写一个');
  expect(result).toMatch(/写一个函数.*<details.*用递归.*注意边界.*<\/details>.*延伸.*再写一个/s);
  expect(result).not.toMatch(/<details[^>]* open/);
});

it('has nothing to fold without a hint', () => {
  expect(html('## 题目\n\n提示：没有')).not.toContain('<details');
});
