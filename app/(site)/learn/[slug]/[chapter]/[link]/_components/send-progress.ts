interface Progress {
  readonly sectionId: number;
  /** Whole seconds. */
  readonly positionSeconds?: number;
  readonly isAtEnd?: boolean;
}

/** Sends where a lesson stands, even while the page is being left. What is lost is told again by the next one. */
export async function sendProgress(progress: Progress): Promise<void> {
  await fetch('/api/learn/progress', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(progress),
    keepalive: true,
  }).catch(() => undefined);
}
