'use client';

import { useEffect } from 'react';
import { sendProgress } from './send-progress';

/** Notes that this section was the last one visited: 继续学习 leads back here. */
export function RecordVisit({ sectionId }: { sectionId: number }) {
  useEffect(() => {
    void sendProgress({ sectionId });
  }, [sectionId]);
  return null;
}
