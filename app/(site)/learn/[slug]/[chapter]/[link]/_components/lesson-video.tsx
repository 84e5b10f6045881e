'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { sendProgress } from './send-progress';

interface LessonVideoProps {
  sectionId: number;
  name: string;
  /** Where to start, in seconds. */
  startAt: number;
  canKeepProgress: boolean;
}

const SAVE_EVERY_SECONDS = 10;

/** The browser's own player. It starts where it was left, and remembers while it plays, pauses and is left. */
export function LessonVideo({ sectionId, name, startAt, canKeepProgress }: LessonVideoProps) {
  const video = useRef<HTMLVideoElement>(null);
  // The fragment seeks without JavaScript. Kept from the first render: a new address would load the video again.
  const [src] = useState(`/api/learn/video/${sectionId}${startAt > 0 ? `#t=${startAt}` : ''}`);
  const saved = useRef(startAt);
  const router = useRouter();

  function save() {
    const position = Math.floor(video.current?.currentTime ?? 0);
    if (!canKeepProgress || position === saved.current) return;
    saved.current = position;
    void sendProgress({ sectionId, positionSeconds: position });
  }

  function saveNowAndThen() {
    if (Math.abs((video.current?.currentTime ?? 0) - saved.current) >= SAVE_EVERY_SECONDS) save();
  }

  async function finish() {
    if (!canKeepProgress) return;
    const position = Math.floor(video.current?.duration ?? 0);
    saved.current = position;
    await sendProgress({ sectionId, positionSeconds: position, isAtEnd: true });
    router.refresh();
  }

  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => window.removeEventListener('pagehide', save);
  });

  return (
    // The clips are silent animations; what they show is written below them.
    // oxlint-disable-next-line jsx-a11y/media-has-caption
    <video
      ref={video}
      src={src}
      controls
      playsInline
      preload="metadata"
      aria-label={name}
      onTimeUpdate={saveNowAndThen}
      onPause={save}
      onEnded={finish}
      className="aspect-video w-full rounded-lg bg-footer"
    />
  );
}
