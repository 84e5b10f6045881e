const UNITS = [
  [86_400, '天'],
  [3_600, '小时'],
  [60, '分'],
  [1, '秒'],
] as const;

/** Time left in Chinese, two units of it: "29 分 58 秒", "14 天 23 小时". */
export function formatLeft(ms: number): string {
  const seconds = Math.max(Math.ceil(ms / 1000), 0);
  const first = UNITS.findIndex(([size]) => seconds >= size);
  if (first === -1) return '0 秒';
  let rest = seconds;
  const parts = UNITS.slice(first, first + 2).map(([size, unit]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return `${count} ${unit}`;
  });
  return parts.join(' ');
}

/** Only makes the server's countdown tick, on the server's clock; the page is complete without it. */
export const COUNTDOWN_SCRIPT = `
const timer = document.getElementById('left');
if (timer) {
  const end = performance.now() + Number(timer.dataset.leftMs);
  const units = ${JSON.stringify(UNITS)};
  const tick = () => {
    let rest = Math.ceil((end - performance.now()) / 1000);
    if (rest <= 0) { location.reload(); return; }
    const first = units.findIndex(([size]) => rest >= size);
    timer.textContent = units.slice(first, first + 2).map(([size, unit]) => {
      const count = Math.floor(rest / size);
      rest -= count * size;
      return count + ' ' + unit;
    }).join(' ');
    setTimeout(tick, 1000);
  };
  tick();
}
`;
