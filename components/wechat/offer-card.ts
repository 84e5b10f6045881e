import { invitePath } from '@/lib/domain/invite-code';
import { readySdk } from './js-sdk';

interface Card {
  readonly title: string;
  readonly description: string;
  readonly path: string | null;
  readonly code: string | undefined;
}

const PICTURE = '/apple-icon.png';

/** Tells WeChat how this page is to be shared. A signed-in student's link carries their invitation. */
export async function offerCard({ title, description, path, code }: Card): Promise<void> {
  const { wx, inviteCode } = await readySdk();
  const { origin } = window.location;
  const link = `${origin}${linkPath(path, inviteCode ?? code)}`;
  const card = { title, link, imgUrl: `${origin}${PICTURE}` };
  wx.updateAppMessageShareData({ ...card, desc: description });
  wx.updateTimelineShareData(card);
}

function linkPath(path: string | null, code: string | undefined): string {
  if (!code) return path ?? '/';
  return path === null ? invitePath(code) : invitePath(code, path);
}
