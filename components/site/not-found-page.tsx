import { LostPage, type LostPageProps } from './lost-page';
import { NotFoundNotice } from './not-found-notice';

export function NotFoundPage({ signOut }: LostPageProps) {
  return (
    <LostPage signOut={signOut}>
      <NotFoundNotice />
    </LostPage>
  );
}
