// What the drawings of the clips share: one canvas, the colours, and movement as a pure function of the second.
export const WIDTH = 854;
export const HEIGHT = 480;
export const INK = {
  night: '#0f1b33',
  card: '#1d2d52',
  line: '#41547f',
  mute: '#9aabcc',
  text: '#f7f2e7',
  gold: '#f5a623',
  teal: '#56b8ad',
  coral: '#ea7a62',
  sky: '#6fa8e8',
};

/** 0 before `from`, 1 after `to` (seconds), eased between. */
export const ease = (second, from, to) => {
  const x = Math.min(1, Math.max(0, (second - from) / (to - from)));
  return x * x * (3 - 2 * x);
};

export const mix = (a, b, share) => a + (b - a) * share;

/** Drawing tools bound to a 2D context. */
export function createStage(context) {
  const text = (words, x, y, { size = 22, color = INK.text, align = 'center', alpha = 1, bold = false } = {}) => {
    context.globalAlpha = alpha;
    context.font = `${bold ? 700 : 400} ${size}px "Noto Sans CJK SC", sans-serif`;
    context.textAlign = align;
    context.textBaseline = 'middle';
    context.fillStyle = color;
    context.fillText(words, x, y);
    context.globalAlpha = 1;
  };

  const box = (x, y, w, h, { fill = INK.card, stroke, radius = 10, alpha = 1, width = 2, dash = [] } = {}) => {
    context.globalAlpha = alpha;
    context.beginPath();
    context.roundRect(x, y, Math.max(0, w), Math.max(0, h), radius);
    if (fill) {
      context.fillStyle = fill;
      context.fill();
    }
    if (stroke) {
      context.setLineDash(dash);
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.stroke();
      context.setLineDash([]);
    }
    context.globalAlpha = 1;
  };

  const dot = (x, y, r, { fill = INK.gold, stroke, alpha = 1, width = 3 } = {}) => {
    context.globalAlpha = alpha;
    context.beginPath();
    context.arc(x, y, Math.max(0, r), 0, Math.PI * 2);
    if (fill) {
      context.fillStyle = fill;
      context.fill();
    }
    if (stroke) {
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.stroke();
    }
    context.globalAlpha = 1;
  };

  const line = (points, { color = INK.line, width = 3, alpha = 1, dash = [] } = {}) => {
    context.globalAlpha = alpha;
    context.beginPath();
    for (const [index, [x, y]] of points.entries()) {
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.setLineDash(dash);
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
  };

  /** An arrow drawn up to `share` of its way. */
  const arrow = (x1, y1, x2, y2, { color = INK.gold, share = 1, width = 3, alpha = 1 } = {}) => {
    if (share <= 0) return;
    const x = mix(x1, x2, share);
    const y = mix(y1, y2, share);
    line(
      [
        [x1, y1],
        [x, y],
      ],
      { color, width, alpha },
    );
    const angle = Math.atan2(y2 - y1, x2 - x1);
    context.globalAlpha = alpha;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x - 13 * Math.cos(angle - 0.45), y - 13 * Math.sin(angle - 0.45));
    context.lineTo(x - 13 * Math.cos(angle + 0.45), y - 13 * Math.sin(angle + 0.45));
    context.closePath();
    context.fillStyle = color;
    context.fill();
    context.globalAlpha = 1;
  };

  /** Background, title, and the caption that is due: [[from second, words], …]. */
  const scene = (second, title, captions) => {
    context.fillStyle = INK.night;
    context.fillRect(0, 0, WIDTH, HEIGHT);
    box(36, 31, 6, 26, { fill: INK.gold, radius: 3 });
    text(title, 56, 45, { size: 24, align: 'left', bold: true });
    text('路飞学城', WIDTH - 36, 45, { size: 16, align: 'right', color: INK.mute });
    const due = captions.filter(([from]) => second >= from).at(-1);
    if (due) text(due[1], WIDTH / 2, HEIGHT - 42, { size: 22, alpha: ease(second, due[0], due[0] + 0.4) });
  };

  return { context, text, box, dot, line, arrow, scene };
}
