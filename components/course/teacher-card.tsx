import { Badge } from '@/components/ui/badge';
import { TEACHER_ROLE_LABELS } from '@/lib/domain/catalogue';

export interface TeacherCardProps {
  teacher: {
    readonly name: string;
    readonly role: keyof typeof TEACHER_ROLE_LABELS;
    readonly title: string;
    readonly signature: string;
    readonly brief: string;
    /** 0–359 */
    readonly avatarHue: number;
  };
  /** Leaves out the long introduction. */
  compact?: boolean;
}

export function TeacherCard({ teacher, compact = false }: TeacherCardProps) {
  return (
    <article className="flex h-full gap-4 rounded-lg border bg-card p-5 text-card-foreground shadow-card">
      <TeacherAvatar name={teacher.name} hue={teacher.avatarHue} />
      <div className="grid min-w-0 flex-1 content-start gap-1">
        <h3 className="flex flex-wrap items-center gap-2 font-semibold">
          {teacher.name}
          <Badge tone={teacher.role === 'mentor' ? 'gold' : 'neutral'}>{TEACHER_ROLE_LABELS[teacher.role]}</Badge>
        </h3>
        <p className="text-muted-foreground text-sm">{teacher.title}</p>
        <p className="font-medium text-primary-ink text-sm">「{teacher.signature}」</p>
        {!compact && <p className="mt-1 text-sm">{teacher.brief}</p>}
      </div>
    </article>
  );
}

/** The last character of the name on the teacher's colour; decoration, the name stands beside it. */
function TeacherAvatar({ name, hue }: { name: string; hue: number }) {
  return (
    <svg viewBox="0 0 56 56" aria-hidden="true" className="size-14 shrink-0 rounded-full">
      <rect width="56" height="56" fill={`hsl(${hue} 45% 32%)`} />
      <circle cx="46" cy="10" r="18" fill={`hsl(${hue} 60% 55%)`} opacity="0.5" />
      <text x="28" y="29" dominantBaseline="central" textAnchor="middle" fontSize="22" fontWeight="700" fill="#ffffff">
        {Array.from(name).at(-1)}
      </text>
    </svg>
  );
}
