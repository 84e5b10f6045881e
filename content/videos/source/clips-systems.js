import { ease, INK, mix } from './stage.js';

export function handshake(stage, s) {
  stage.scene(s, '三次握手', [
    [0.3, '隔着一座山，先确认彼此都听得到'],
    [2, '一：我来了，你听得到吗？'],
    [5, '二：听到了。那你听得到我吗？'],
    [8, '三：听得到。'],
    [10.6, '现在才开始说正事'],
  ]);
  for (let height = 0; height < 90; height += 2) {
    stage.box(300 + height * 1.4, 393 - height, 254 - height * 2.8, 3, { fill: INK.card, radius: 0 });
  }
  const person = (x, name, color) => {
    stage.dot(x, 112, 30, { fill: color });
    stage.text(name, x, 112, { size: 17, color: INK.night, bold: true });
    stage.line(
      [
        [x, 150],
        [x, 395],
      ],
      { width: 3, dash: [4, 8] },
    );
  };
  person(150, '客户端', INK.sky);
  person(704, '服务器', INK.teal);
  const message = (from, y, words, toRight, color) => {
    const share = ease(s, from, from + 1.6);
    const [x1, x2] = toRight ? [150, 704] : [704, 150];
    stage.arrow(x1, y, x2, y + 36, { share, color });
    stage.text(words, 427, y - 6, { size: 19, color, alpha: ease(s, from + 0.3, from + 0.9) });
  };
  message(2, 175, 'SYN', true, INK.gold);
  message(5, 235, 'SYN + ACK', false, INK.gold);
  message(8, 295, 'ACK', true, INK.gold);
  for (let n = 0; n < 4; n += 1) {
    const share = ease(s, 10.6 + n * 0.6, 11.8 + n * 0.6);
    if (share > 0 && share < 1) stage.box(mix(160, 664, share), 355, 34, 24, { fill: INK.teal, radius: 5 });
  }
}

const PODS = 4;

export function rollingUpdate(stage, s) {
  stage.scene(s, '滚动发布', [
    [0.3, '四个旧版本正在服务'],
    [2.2, '先启动一个新的，等它站稳'],
    [4.4, '站稳之后，旧的才离开一个'],
    [9.8, '最后一个没有就绪：旧的就一直不走'],
    [12.4, '就绪了。全程没有中断'],
  ]);
  const pod = (x, y, words, color, alpha, ring) => {
    if (alpha <= 0) return;
    stage.box(x - 62, y - 40, 124, 80, { fill: color, alpha, radius: 14, stroke: ring, width: 4 });
    stage.text(words, x, y, { size: 24, color: INK.night, bold: true, alpha });
  };
  stage.text('旧版本', 60, 165, { size: 18, color: INK.mute });
  stage.text('新版本', 60, 295, { size: 18, color: INK.mute });
  let ready = 0;
  for (let n = 0; n < PODS; n += 1) {
    const start = 2.4 + n * 2;
    const readyAt = n === PODS - 1 ? 12.4 : start + 1.4;
    const x = 190 + n * 160;
    const up = ease(s, start, start + 0.5);
    const steady = s >= readyAt;
    const blink = steady ? 1 : 0.45 + 0.3 * Math.sin(s * 7);
    const gone = ease(s, readyAt + 0.2, readyAt + 0.8);
    pod(x, 165, 'v1', INK.sky, 1 - gone);
    pod(x, 295, 'v2', steady ? INK.teal : INK.gold, up * blink);
    ready += (gone < 0.5 ? 1 : 0) + (steady ? 1 : 0);
  }
  stage.text(`能服务的：${ready} 个`, 427, 375, { size: 20, color: INK.gold });
}
