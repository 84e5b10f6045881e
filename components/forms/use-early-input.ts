import { useEffect, useEffectEvent } from 'react';

/**
 * Calls `read` once the page is React's: what was chosen or typed before that shows, and nobody was told of it. What a
 * browser restores looks the same; a form that sends itself keeps that away with autoComplete="off".
 */
export function useEarlyInput(read: () => void): void {
  const readOnce = useEffectEvent(read);
  useEffect(() => readOnce(), []);
}
