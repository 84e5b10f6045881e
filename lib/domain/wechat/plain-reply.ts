const LINK = /<a\s+href="([^"]*)"\s*>([^<]*)<\/a>/g;

/** An answer for reading: of links the words, and where they lead when `withTargets`. */
export const plainReply = (reply: string, withTargets = false): string =>
  reply.replace(LINK, (_link, target: string, words: string) => (withTargets ? `${words}（${target}）` : words));
