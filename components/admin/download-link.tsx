import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** Of a route that answers a file: no page, so that nothing is to be fetched ahead. */
export function DownloadLink({ href, children = '导出 CSV' }: { href: string; children?: string }) {
  return (
    <Button asChild variant="secondary" size="sm">
      <a href={href} download>
        <Download aria-hidden className="size-4" />
        {children}
      </a>
    </Button>
  );
}
