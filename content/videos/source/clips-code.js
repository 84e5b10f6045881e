import { ease, INK, mix } from './stage.js';

export function references(stage, s) {
  stage.scene(s, '名字与对象', [
    [0.3, '右边先算出一个对象，左边贴上一张写着名字的标签'],
    [4.5, 'b = a：没有复制，只是再贴一张标签'],
    [9, 'a.append(4)：对象变了，两张标签都看得到'],
  ]);
  const grown = ease(s, 9.3, 10.3);
  const pulse = s > 9.3 ? Math.abs(Math.sin((s - 9.3) * 2.4)) * (s < 13 ? 1 : 0) : 0;
  const label = (name, y, shown, code) => {
    stage.box(90, y - 28, 130, 56, { fill: INK.gold, radius: 28, alpha: shown });
    stage.text(name, 155, y, { size: 28, color: INK.night, bold: true, alpha: shown });
    stage.text(code, 155, y + 48, { size: 18, color: INK.mute, alpha: shown });
  };
  label('a', 160, ease(s, 1.8, 2.4), 'a = [1, 2, 3]');
  label('b', 300, ease(s, 4.8, 5.4), 'b = a');
  const items = ease(s, 0.6, 1.4);
  stage.box(420, 185, 264 + 84 * grown, 92, { stroke: INK.teal, width: 2 + 3 * pulse, alpha: items, radius: 14 });
  for (let n = 0; n < 4; n += 1) {
    const shown = n < 3 ? items : grown;
    stage.box(434 + n * 84, 199, 68, 64, { fill: n < 3 ? INK.line : INK.coral, alpha: shown });
    stage.text(String(n + 1), 468 + n * 84, 231, { size: 28, bold: true, alpha: shown });
  }
  stage.text('列表对象', 420, 165, { size: 18, color: INK.mute, align: 'left', alpha: items });
  stage.arrow(224, 160, 412, 215, { share: ease(s, 2.4, 3.2), width: 3 + 2 * pulse });
  stage.arrow(224, 300, 412, 247, { share: ease(s, 5.4, 6.4), width: 3 + 2 * pulse });
}

const TABLES = [
  [300, 140],
  [450, 140],
  [600, 140],
  [300, 280],
  [450, 280],
  [600, 280],
];

export function eventLoop(stage, s) {
  stage.scene(s, '事件循环', [
    [0.3, '一个服务员，许多桌客人：点完单就去下一桌'],
    [5, '厨房在准备，他没有站着等'],
    [8.5, '铃响了再回来上菜：等的时候，一直有人在干活'],
  ]);
  stage.box(700, 120, 110, 210, { radius: 14 });
  stage.text('厨房', 755, 225, { size: 22, color: INK.mute });
  // Orders at 0.8 s steps from 1 s, dishes from 8.6 s.
  const route = [...TABLES.keys()];
  for (const [index, [x, y]] of TABLES.entries()) {
    const ordered = ease(s, 1 + index * 0.7, 1.4 + index * 0.7);
    const cooking = Math.min(1, Math.max(0, (s - 1.4 - index * 0.7) / 7));
    const served = ease(s, 8.8 + index * 0.75, 9.2 + index * 0.75);
    stage.dot(x, y, 42, { fill: served > 0.5 ? INK.teal : INK.card, stroke: INK.line });
    if (ordered > 0 && served < 0.5) {
      stage.context.beginPath();
      stage.context.arc(x, y, 42, -Math.PI / 2, -Math.PI / 2 + cooking * Math.PI * 2);
      stage.context.strokeStyle = INK.gold;
      stage.context.lineWidth = 5;
      stage.context.stroke();
    }
    const words = served > 0.5 ? '上菜' : ordered > 0.5 ? '等待' : '入座';
    stage.text(words, x, y, { size: 20, bold: served > 0.5, color: served > 0.5 ? INK.night : INK.text });
  }
  const stops = [
    [0, [140, 225]],
    ...route.map((n) => [1.2 + n * 0.7, TABLES[n]]),
    [5.8, [140, 225]],
    [8.2, [140, 225]],
    ...route.map((n) => [9 + n * 0.75, TABLES[n]]),
    [13.6, [140, 225]],
  ];
  const next = stops.findIndex(([at]) => at > s);
  const [from, to] = next < 1 ? [stops.at(-1), stops.at(-1)] : [stops[next - 1], stops[next]];
  const share = from === to ? 1 : ease(s, Math.max(from[0], to[0] - 0.5), to[0]);
  const x = mix(from[1][0], to[1][0], share);
  const y = mix(from[1][1], to[1][1], share) + 62 * (1 - Math.abs(share - 0.5));
  stage.dot(x, y, 20);
  stage.text('服', x, y, { size: 20, color: INK.night, bold: true });
}

export function channel(stage, s) {
  stage.scene(s, '通道', [
    [0.3, '无缓冲：送的人等到收的人伸手，当面交接'],
    [6.8, '有缓冲：柜子没满就能放，没空就能取'],
    [11.4, '关闭之后取完剩下的，range 自动结束'],
  ]);
  const buffered = ease(s, 6.4, 7);
  const person = (x, name, color) => {
    stage.dot(x, 225, 46, { fill: color });
    stage.text(name, x, 225, { size: 20, color: INK.night, bold: true });
  };
  stage.box(mix(380, 290, buffered), 190, mix(94, 274, buffered), 70, { stroke: INK.line, radius: 14 });
  for (let slot = 0; slot < 3; slot += 1) {
    stage.box(306 + slot * 86, 200, 70, 50, { fill: null, stroke: INK.line, dash: [6, 6], alpha: buffered });
  }
  person(130, '发送方', INK.sky);
  person(724, '接收方', INK.teal);
  const packet = (x, n, alpha = 1) => {
    stage.box(x - 26, 203, 52, 44, { fill: INK.gold, radius: 8, alpha });
    stage.text(String(n), x, 225, { size: 22, color: INK.night, bold: true, alpha });
  };
  for (let n = 0; n < 2; n += 1) {
    const start = 0.8 + n * 2.8;
    if (s < start || s > start + 2.8) continue;
    const offered = ease(s, start, start + 0.7);
    const taken = ease(s, start + 1.6, start + 2.3);
    packet(mix(mix(190, 427, offered), 664, taken), n + 1);
    if (offered === 1 && taken === 0) stage.text('等…', 130, 160, { size: 20, color: INK.coral });
  }
  for (let n = 0; n < 3; n += 1) {
    const placed = ease(s, 7.2 + n * 0.7, 7.8 + n * 0.7);
    const taken = ease(s, 9.8 + n * 1.1, 10.5 + n * 1.1);
    if (placed > 0 && taken < 1) packet(mix(mix(190, 513 - n * 86, placed), 664, taken), n + 3);
  }
  if (s > 11.4) stage.text('close(jobs)', 130, 310, { size: 20, color: INK.coral, alpha: ease(s, 11.4, 11.9) });
}

export function gitBranch(stage, s) {
  stage.scene(s, '提交与分支', [
    [0.3, '每个圆点是一次提交，指着它的上一次'],
    [3.6, '分支只是一张便签，贴在提交上'],
    [6.6, '提交之后，便签跟着往前走'],
    [10.2, '合并：新的提交有两位父亲'],
  ]);
  const nodes = [
    { x: 110, y: 280, at: 0.5 },
    { x: 230, y: 280, at: 1.3, from: [0] },
    { x: 350, y: 280, at: 2.1, from: [1] },
    { x: 450, y: 170, at: 5.2, from: [2], feature: true },
    { x: 560, y: 170, at: 6.8, from: [3], feature: true },
    { x: 490, y: 280, at: 8.2, from: [2] },
    { x: 690, y: 280, at: 10.6, from: [5, 4] },
  ];
  for (const node of nodes) {
    for (const parent of node.from ?? []) {
      const { x, y } = nodes[parent];
      const share = ease(s, node.at, node.at + 0.6);
      if (share > 0)
        stage.line(
          [
            [x, y],
            [mix(x, node.x, share), mix(y, node.y, share)],
          ],
          { width: 4 },
        );
    }
  }
  for (const [index, node] of nodes.entries()) {
    const shown = ease(s, node.at + 0.2, node.at + 0.7);
    const fill = node.feature ? INK.teal : index === 6 ? INK.gold : INK.sky;
    stage.dot(node.x, node.y, 22 * shown, { fill });
    stage.text(String.fromCharCode(65 + index), node.x, node.y, {
      size: 20,
      color: INK.night,
      bold: true,
      alpha: shown,
    });
  }
  const tag = (words, stops, y, color) => {
    let x = stops[0][1];
    for (const [at, to] of stops) x = mix(x, to, ease(s, at, at + 0.5));
    const shown = ease(s, stops[0][0], stops[0][0] + 0.4);
    stage.box(x - 48, y - 17, 96, 34, { fill: color, radius: 6, alpha: shown });
    stage.text(words, x, y, { size: 18, color: INK.night, bold: true, alpha: shown });
  };
  tag(
    'main',
    [
      [3.8, 350],
      [8.6, 490],
      [11, 690],
    ],
    335,
    INK.gold,
  );
  tag(
    'feature',
    [
      [4.5, 350],
      [5.6, 450],
      [7.2, 560],
    ],
    s < 5.4 ? mix(225, 225, 0) : mix(225, 118, ease(s, 5.4, 5.9)),
    INK.teal,
  );
}

export function boxModel(stage, s) {
  stage.scene(s, '盒模型', [
    [0.3, '内容：你写的文字和图片'],
    [2.6, '内边距：内容和边框之间的缓冲'],
    [5, '边框：盒子看得见的边'],
    [7.4, '外边距：把兄弟推开'],
    [10.4, '焦点环画在边框外面，不占位置，却不能没有'],
  ]);
  const padding = 34 * ease(s, 2.6, 3.6);
  const border = 10 * ease(s, 5, 5.8);
  const margin = 34 * ease(s, 7.4, 8.4);
  const ring = ease(s, 10.4, 11);
  const w = 190;
  const h = 84;
  const left = 290 - padding - border - margin;
  const top = 225 - h / 2 - padding - border - margin;
  const layer = (inset, fill, stroke, dash) => {
    stage.box(
      left + inset,
      top + inset,
      w + 2 * (padding + border + margin - inset),
      h + 2 * (padding + border + margin - inset),
      {
        fill,
        stroke,
        dash,
        radius: 8,
      },
    );
  };
  if (margin > 1) layer(0, null, INK.coral, [8, 6]);
  if (border > 0.5) layer(margin, INK.gold);
  layer(margin + border, padding > 0.5 ? '#2f6d68' : INK.card);
  layer(margin + border + padding, INK.sky);
  if (ring > 0) layer(margin - 8, null, `rgba(247, 242, 231, ${ring * (0.6 + 0.4 * Math.sin(s * 5))})`);
  stage.text('内容', 290 + w / 2, 225, { size: 24, color: INK.night, bold: true });
  const right = 290 + w + padding + border + margin + 14;
  stage.box(right, 183, 150, 84, { stroke: INK.line });
  stage.text('兄弟元素', right + 75, 225, { size: 20, color: INK.mute });
  const total = Math.round(w + 2 * (padding + border));
  stage.text(`占宽 ${total + Math.round(2 * margin)} px`, 290 + w / 2, 372, { size: 20, color: INK.mute });
}
