import { ease, INK, mix } from './stage.js';

export function btree(stage, s) {
  stage.scene(s, 'B 树索引：查找 37', [
    [0.3, '一页装得下几百个键，这里只画几个'],
    [3, '根：37 比 30 大、比 60 小，走中间'],
    [6.2, '第二层：37 落在 35 与 42 之间'],
    [9.2, '叶子：找到。只读了三页'],
    [11.6, '叶子彼此相连，范围查询向右读就好'],
  ]);
  const node = (x, y, keys, { lit = 0, hit = -1 } = {}) => {
    const w = keys.length * 46 + 12;
    stage.box(x - w / 2, y - 24, w, 48, { stroke: lit > 0 ? INK.gold : INK.line, width: 2 + 2 * lit });
    for (const [index, key] of keys.entries()) {
      const kx = x - w / 2 + 29 + index * 46;
      if (index === hit) stage.box(kx - 20, y - 18, 40, 36, { fill: INK.gold, radius: 6 });
      stage.text(String(key), kx, y, { size: 19, color: index === hit ? INK.night : INK.text, bold: index === hit });
    }
  };
  const at = [ease(s, 3, 3.5), ease(s, 5, 6.2), ease(s, 8, 9.2)];
  for (const [x, keys] of [
    [160, [10, 20]],
    [427, [35, 42]],
    [694, [70, 85]],
  ]) {
    stage.line(
      [
        [427, 124],
        [x, 196],
      ],
      { color: INK.line },
    );
    for (const leaf of [-82, 0, 82])
      stage.line(
        [
          [x, 244],
          [x + leaf, 316],
        ],
        { width: 2 },
      );
    node(x, 220, keys, { lit: x === 427 ? at[1] : 0 });
  }
  node(427, 100, [30, 60], { lit: at[0] });
  const leaves = [
    [78, 2, 5],
    [160, 12, 17],
    [242, 21, 26],
    [345, 31, 33],
    [427, 37, 40],
    [509, 44, 51],
    [612, 62, 66],
    [694, 72, 80],
    [776, 86, 95],
  ];
  for (const [x, a, b] of leaves) {
    const swept = x > 427 && x < 700 ? ease(s, 11.8 + (x - 427) / 200, 12.2 + (x - 427) / 200) : 0;
    stage.box(x - 38, 318, 76, 44, { stroke: x === 427 && at[2] > 0.5 ? INK.gold : swept > 0.5 ? INK.teal : INK.line });
    if (x === 427 && at[2] > 0.9) stage.box(x - 35, 322, 34, 36, { fill: INK.gold, radius: 6 });
    stage.text(String(a), x - 18, 340, { size: 17, color: x === 427 && at[2] > 0.9 ? INK.night : INK.text });
    stage.text(String(b), x + 18, 340, { size: 17 });
  }
  stage.arrow(427, 126, 427, 192, { share: at[1], width: 5 });
  stage.arrow(427, 246, 427, 312, { share: at[2], width: 5 });
  stage.arrow(467, 378, 700, 378, { share: ease(s, 11.8, 13.2), color: INK.teal });
}

const SALES = [
  [0, 4],
  [1, 7],
  [2, 3],
  [0, 6],
  [2, 5],
  [1, 5],
  [0, 2],
  [1, 8],
  [2, 4],
];
const STORES = [
  ['一号店', '#f5a623'],
  ['二号店', '#56b8ad'],
  ['三号店', '#ea7a62'],
];

export function groupBy(stage, s) {
  stage.scene(s, '分组：拆开、计算、合上', [
    [0.3, '九张小票，三家店，混在一起'],
    [3, '拆开：颜色相同的放到一堆'],
    [6.6, '计算：每一堆各算出一个数'],
    [10, '合上：变成一张三行的小表'],
  ]);
  const count = [0, 0, 0];
  const split = ease(s, 3, 4.6);
  const summed = ease(s, 6.6, 8);
  const joined = ease(s, 10, 11.4);
  for (const [index, [store, cups]] of SALES.entries()) {
    const place = count[store];
    count[store] += 1;
    const x = mix(110 + index * 79, 190 + store * 237, split);
    const y = mix(210, 150 + place * 68, split);
    const alpha = 1 - summed;
    stage.box(x - 32, mix(y, 200, summed) - 27, 64, 54, { fill: STORES[store][1], alpha });
    stage.text(`${cups} 杯`, x, mix(y, 200, summed), { size: 20, color: INK.night, bold: true, alpha });
  }
  for (const [store, [name, color]] of STORES.entries()) {
    const total = SALES.filter(([of]) => of === store).reduce((sum, [, cups]) => sum + cups, 0);
    const x = mix(190 + store * 237, 427, joined);
    const y = mix(200, 150 + store * 74, joined);
    stage.box(x - mix(70, 150, joined), y - 34, mix(140, 300, joined), 62, { fill: color, alpha: summed });
    stage.text(name, x - 64 * joined, mix(mix(98, 148, summed), y - 3, joined), {
      size: 20,
      color: joined > 0.5 ? INK.night : INK.text,
      alpha: Math.max(summed, split),
    });
    stage.text(`${total} 杯`, x + 74 * joined, y - 3, { size: 24, color: INK.night, bold: true, alpha: summed });
  }
}

export function simpson(stage, s) {
  stage.scene(s, '分组之后，结论反了', [
    [0.3, '合在一起：乙医院的治愈率更高'],
    [4.4, '按病情拆开：轻症，甲更高'],
    [7.6, '重症，还是甲更高'],
    [10.6, '因为难治的病人，大多送去了甲医院'],
  ]);
  const bars = (x, title, values, shown) => {
    stage.text(title, x, 350, { size: 20, color: INK.mute, alpha: shown });
    for (const [index, value] of values.entries()) {
      const h = value * 2.3 * shown;
      const bx = x - 70 + index * 76;
      stage.box(bx, 330 - h, 62, h, { fill: index === 0 ? INK.gold : INK.teal, radius: 6, alpha: shown });
      stage.text(`${value}%`, bx + 31, 312 - h, { size: 20, bold: true, alpha: shown });
      stage.text(index === 0 ? '甲' : '乙', bx + 31, 318, { size: 17, color: INK.night, bold: true, alpha: shown });
    }
  };
  bars(160, '全部病人', [78, 83], ease(s, 0.6, 1.8));
  bars(430, '轻症', [95, 88], ease(s, 4.4, 5.4));
  bars(690, '重症', [74, 40], ease(s, 7.6, 8.6));
  const note = ease(s, 10.6, 11.2);
  stage.text('甲 20 人 · 乙 90 人', 430, 376, { size: 17, color: INK.gold, alpha: note });
  stage.text('甲 80 人 · 乙 10 人', 690, 376, { size: 17, color: INK.gold, alpha: note });
}

const hill = (x) => 0.9 * (x - 0.15) ** 2 + 0.04 * Math.sin(9 * x);
const slope = (x) => 1.8 * (x - 0.15) + 0.36 * Math.cos(9 * x);

export function gradient(stage, s) {
  stage.scene(s, '梯度下降', [
    [0.3, '看不见整座山，只感觉得到脚下的坡度'],
    [2.4, '朝下坡的方向迈一步，再感觉一次'],
    [8.2, '步子太大：从一边跳到另一边，越跳越高'],
    [12, '先标准化，再把步长调小'],
  ]);
  const px = (x) => 427 + x * 290;
  const py = (x) => 345 - hill(x) * 190;
  const curve = [];
  for (let x = -1.06; x <= 1.2; x += 0.02) curve.push([px(x), py(x)]);
  stage.line(curve, { color: INK.sky, width: 4 });
  const walk = (start, step, count) => {
    const path = [start];
    for (let n = 0; n < count; n += 1) path.push(path[n] - step * slope(path[n]));
    return path;
  };
  const small = walk(-1, 0.14, 14);
  const large = [0.5, -0.28, 0.72, -0.55, 0.95, -0.85, 1.12];
  const [path, from, pace] = s < 8.2 ? [small, 2.4, 0.4] : [large, 8.4, 0.52];
  const at = Math.min(path.length - 1, Math.max(0, (s - from) / pace));
  const index = Math.floor(at);
  const next = path[Math.min(path.length - 1, index + 1)];
  const x = mix(path[index], next, ease(at - index, 0, 1));
  const big = s >= 8.2;
  for (const seen of path.slice(0, index + 1)) stage.dot(px(seen), py(seen), 5, { fill: INK.mute });
  if (big)
    stage.line(
      path.slice(0, index + 1).map((seen) => [px(seen), py(seen)]),
      { color: INK.coral, width: 2, dash: [6, 6] },
    );
  const y = big ? mix(py(path[index]), py(next), ease(at - index, 0, 1)) : py(x);
  stage.dot(px(x), y - 14, 14, { fill: big ? INK.coral : INK.gold });
  stage.text('损失', 60, 110, { size: 18, color: INK.mute });
  stage.text('参数', 800, 375, { size: 18, color: INK.mute });
}

const CARDS = [
  [150, 130],
  [215, 180],
  [130, 225],
  [330, 115],
  [395, 170],
  [345, 240],
  [250, 310],
  [170, 320],
  [420, 310],
];

export function retrieval(stage, s) {
  stage.scene(s, '检索增强', [
    [0.3, '资料切成卡片，意思相近的离得近'],
    [3.2, '问题也变成一个点，飘到它的位置'],
    [6.6, '找到最近的三张卡片'],
    [9.2, '带着卡片去回答，并标明出处'],
  ]);
  stage.box(80, 80, 400, 290, { fill: '#15233f', radius: 16 });
  const flown = ease(s, 3.4, 5.6);
  const qx = mix(40, 335, flown);
  const qy = mix(400, 180, flown);
  const near = [3, 4, 5];
  for (const [index, [x, y]] of CARDS.entries()) {
    const shown = ease(s, 0.5 + index * 0.2, 0.9 + index * 0.2);
    const chosen = near.includes(index) ? ease(s, 6.6, 7.4) : 0;
    const sent = near.includes(index) ? ease(s, 9.2 + near.indexOf(index) * 0.3, 10.2 + near.indexOf(index) * 0.3) : 0;
    if (chosen > 0 && sent < 0.05)
      stage.line(
        [
          [qx, qy],
          [x, y],
        ],
        { color: INK.gold, width: 2, alpha: chosen },
      );
    const cx = mix(x, 570 + near.indexOf(index) * 82, sent);
    const cy = mix(y, 130, sent);
    stage.box(cx - 26, cy - 18, 52, 36, { fill: chosen > 0.5 ? INK.gold : INK.sky, radius: 6, alpha: shown });
    if (chosen > 0.5) stage.text(String(near.indexOf(index) + 1), cx, cy, { size: 18, color: INK.night, bold: true });
  }
  if (s > 3.2) {
    stage.dot(qx, qy, 13, { fill: INK.coral });
    stage.text('？', qx, qy, { size: 16, color: INK.night, bold: true });
  }
  const answer = ease(s, 10.4, 11);
  stage.box(520, 90, 290, 80, { fill: null, stroke: INK.line, dash: [6, 6], alpha: ease(s, 9, 9.4) });
  stage.box(520, 200, 290, 170, { stroke: INK.teal, alpha: answer });
  for (const [index, words] of ['年假当年有效 [1]', '经批准可顺延到三月 [2]', '离职时按天折算 [3]'].entries()) {
    stage.text(words, 545, 240 + index * 45, {
      size: 20,
      align: 'left',
      alpha: ease(s, 11 + index * 0.5, 11.4 + index * 0.5),
    });
  }
}

export function binarySearch(stage, s) {
  const values = [3, 7, 11, 15, 18, 22, 26, 31, 35, 40, 44, 49, 53, 58, 62];
  stage.scene(s, '二分查找：44 在哪里', [
    [0.3, '承诺：如果答案存在，它一定在两个箭头之间'],
    [3, '中间是 31，比 44 小：左边一半不可能，扔掉'],
    [6, '中间是 49，比 44 大：右边一半不可能，扔掉'],
    [8.8, '中间是 40，还小：只剩下一个'],
    [11.2, '找到了。十五个数，只看了四次'],
  ]);
  const steps = [
    [0, 0, 14, 7],
    [4.2, 8, 14, 11],
    [7.2, 8, 10, 9],
    [10, 10, 10, 10],
  ];
  const now = steps.findLastIndex(([at]) => s >= at);
  const [at, left, right, mid] = steps[now];
  const before = steps[Math.max(0, now - 1)];
  const share = ease(s, at, at + 0.6);
  const x = (index) => 77 + index * 50;
  for (const [index, value] of values.entries()) {
    const inside = index >= left && index <= right;
    const looked = index === mid && s > at + 1;
    const found = s > 11.2 && index === 10;
    const fill = found ? INK.teal : looked ? INK.gold : INK.card;
    stage.box(x(index) - 22, 195, 44, 60, { fill, alpha: inside ? 1 : 0.25 });
    stage.text(String(value), x(index), 225, {
      size: 20,
      color: looked || found ? INK.night : INK.text,
      bold: looked || found,
      alpha: inside ? 1 : 0.3,
    });
  }
  const pointer = (index, words) => {
    stage.arrow(index, 320, index, 266, { color: INK.coral });
    stage.text(words, index, 340, { size: 18, color: INK.coral });
  };
  const lx = mix(x(before[1]), x(left), share);
  const rx = mix(x(before[2]), x(right), share);
  pointer(lx, rx - lx < 40 ? '左右' : '左');
  if (rx - lx >= 40) pointer(rx, '右');
  if (s > at + 1) stage.text('中', x(mid), 172, { size: 18, color: INK.gold });
}
