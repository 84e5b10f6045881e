import { Badge } from '@/components/ui/badge';
import { ACCOUNT_ROLE_LABELS, type AccountRole } from '@/lib/domain/account';

const TONES = { student: 'neutral', mentor: 'info', admin: 'gold' } as const satisfies Record<AccountRole, string>;

export function RoleBadge({ role }: { role: AccountRole }) {
  return <Badge tone={TONES[role]}>{ACCOUNT_ROLE_LABELS[role]}</Badge>;
}
