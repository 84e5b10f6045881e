import Link from 'next/link';
import { Alert } from '@/components/ui/alert';
import type { lessonPath } from '@/lib/domain/learn-paths';

interface TrialNoteProps {
  slug: string;
  name: string;
  isSignedIn: boolean;
  here: ReturnType<typeof lessonPath>;
}

/** Over a trial section, for those who do not have the course. */
export function TrialNote({ slug, name, isSignedIn, here }: TrialNoteProps) {
  return (
    <Alert>
      你正在免费试学《{name}》。
      <Link href={`/courses/${slug}`} className="font-semibold underline underline-offset-4">
        查看完整课程
      </Link>
      {!isSignedIn && (
        <>
          ，或
          <Link
            href={`/sign-in?callbackUrl=${encodeURIComponent(here)}`}
            className="font-semibold underline underline-offset-4"
          >
            登录
          </Link>
          后保存进度
        </>
      )}
      。
    </Alert>
  );
}
