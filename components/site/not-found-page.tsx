import { NotFoundNotice } from './not-found-notice';
import { SiteFrame, type SiteFrameProps } from './site-frame';

export function NotFoundPage({ signOut }: SiteFrameProps) {
  return (
    <SiteFrame signOut={signOut}>
      <NotFoundNotice />
    </SiteFrame>
  );
}
