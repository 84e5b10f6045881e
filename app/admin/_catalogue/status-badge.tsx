import { Badge } from '@/components/ui/badge';
import { PRODUCT_STATUS_LABELS, type ProductStatus } from '@/lib/domain/catalogue';

const TONES = { online: 'success', offline: 'neutral', upcoming: 'info' } as const;

export function StatusBadge({ status }: { status: ProductStatus }) {
  return <Badge tone={TONES[status]}>{PRODUCT_STATUS_LABELS[status]}</Badge>;
}
