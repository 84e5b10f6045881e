/** The small animations of content/videos; see the README there. */
const clip = <N extends string>(name: N, seconds: number) => ({ file: `${name}.mp4`, seconds }) as const;

export const CLIPS = {
  references: clip('references', 14),
  eventLoop: clip('event-loop', 14),
  channel: clip('channel', 14),
  boxModel: clip('box-model', 14),
  gitBranch: clip('git-branch', 14),
  btree: clip('btree', 14),
  groupBy: clip('group-by', 14),
  simpson: clip('simpson', 14),
  gradient: clip('gradient', 14),
  retrieval: clip('retrieval', 14),
  handshake: clip('handshake', 14),
  rollingUpdate: clip('rolling-update', 14),
  binarySearch: clip('binary-search', 14),
};

export interface Clip {
  /** In content/videos; one that introduces a course is in public/videos too. */
  readonly file: string;
  readonly seconds: number;
}
