import { Gift } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ShareCard } from '@/components/wechat/share-card';
import { getViewer } from '@/lib/auth/viewer';
import { getInvitation, type Invitation } from '@/lib/data/invites';
import { invitePath } from '@/lib/domain/invite-code';
import { getsWords, invitationCard, offerWords, REWARD_TIME } from '@/lib/domain/invite-words';

export const metadata: Metadata = { title: '朋友邀请你来路飞学城', robots: { index: false } };

/** What an invitation leads to: who invites, what one gets, and how to begin. */
export default async function InvitePage({ params }: PageProps<'/invite/[code]'>) {
  const [{ code }, viewer] = await Promise.all([params, getViewer()]);
  const invitation = await getInvitation(code);
  if (!invitation) redirect('/#invite-unknown');
  return (
    <div className="container-page grid justify-items-center py-12 sm:py-16">
      <ShareCard {...invitationCard(invitation.inviter)} path={null} code={invitation.code} />
      <Card className="grid w-full max-w-xl justify-items-center gap-6 py-10 text-center sm:px-10">
        <span className="grid size-16 place-items-center rounded-full bg-primary-soft text-primary-ink">
          <Gift aria-hidden className="size-8" />
        </span>
        <div className="grid gap-2">
          <h1 className="text-balance font-bold text-2xl sm:text-3xl">
            <span className="break-all">{invitation.inviter}</span> 邀请你来路飞学城一起学
          </h1>
          <p className="text-muted-foreground">从零到一份能上岗的本事：有老师带，有作业改，有人答疑。</p>
        </div>
        <WhatYouGet invitation={invitation} />
        {viewer ? <Already /> : <HowToBegin code={invitation.code} />}
      </Card>
    </div>
  );
}

function WhatYouGet({ invitation: { offer } }: { invitation: Invitation }) {
  const gift = offer && offerWords(offer.invitee);
  if (!gift) return null;
  return (
    <div className="w-full rounded-lg bg-primary-soft px-4 py-4 text-primary-ink">
      <p className="font-semibold text-lg">接受邀请，你将{getsWords(gift)}</p>
      <p className="mt-1 text-sm">{REWARD_TIME.replace('好友', '')}</p>
    </div>
  );
}

// Through the link again: whoever came here another way is remembered as well.
function HowToBegin({ code }: { code: string }) {
  return (
    <div className="grid w-full gap-3 sm:max-w-xs">
      <Button asChild size="lg">
        <a href={invitePath(code, '/register')}>注册账号</a>
      </Button>
      <Button asChild size="lg" variant="secondary">
        <a href={invitePath(code, '/sign-in')}>微信登录</a>
      </Button>
      <p className="text-muted-foreground text-sm">
        只有新账号算作受邀；已有账号可以直接
        <Link href="/sign-in" className="inline-flex min-h-11 items-center px-1 text-link underline underline-offset-4">
          登录
        </Link>
      </p>
    </div>
  );
}

function Already() {
  return (
    <div className="grid gap-3">
      <p className="text-muted-foreground">你已经是学员了。想邀请别人？你也有自己的邀请链接。</p>
      <div className="flex flex-wrap justify-center gap-3">
        <Button asChild>
          <Link href="/courses">去选课程</Link>
        </Button>
        <Button asChild variant="secondary">
          <Link href="/account/invite">我的邀请</Link>
        </Button>
      </div>
    </div>
  );
}
