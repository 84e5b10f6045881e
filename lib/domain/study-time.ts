import type { SectionKind } from './catalogue';

const MINUTE = 60;
const HOUR = 3600;

/** How long a section takes, from whole seconds: a video's `5:09` or `1:05:09`, for anything else `约 9 分钟`. */
export function formatStudyTime(kind: SectionKind, seconds: number): string {
  if (kind !== 'video') return `约 ${Math.max(1, Math.round(seconds / MINUTE))} 分钟`;
  const [hours, minutes] = [Math.floor(seconds / HOUR), Math.floor(seconds / MINUTE) % MINUTE];
  const rest = String(seconds % MINUTE).padStart(2, '0');
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`;
}
