/** The film that introduces the course. It has no speech, so there is nothing to caption. */
export function IntroVideo({ path, name }: { path: string; name: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- see above
    <video
      src={path}
      controls
      playsInline
      preload="metadata"
      aria-label={`${name} · 课程导览`}
      className="aspect-video w-full rounded-lg bg-footer shadow-card ring-1 ring-footer-muted/30"
    />
  );
}
