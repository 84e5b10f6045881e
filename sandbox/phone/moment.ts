const DAY = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric' });
const CLOCK = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });

/** Beijing time as a chat shows it: "10:05" today, "3/2 10:05" before. */
export function formatMoment(at: number, now: number): string {
  const clock = CLOCK.format(at);
  return DAY.format(at) === DAY.format(now) ? clock : `${DAY.format(at)} ${clock}`;
}
