import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { CommandButton } from '@/app/admin/_catalogue/command-button';
import { ListFrame } from '@/components/admin/list-frame';
import { Panel } from '@/components/admin/panel';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { TabLinks } from '@/components/ui/tab-links';
import { findGrant, type GrantForAdmin } from '@/lib/data/admin/coupon-grant';
import {
  couponRecordsPath,
  GRANT_TAB_LABELS,
  GRANT_TABS,
  type GrantSearch,
  grantPath,
  readGrantSearch,
} from '@/lib/domain/admin/coupon-search';
import { pathId } from '@/lib/domain/admin/search-path';
import { shanghaiMinute } from '@/lib/domain/shanghai-day';
import { CouponFrame } from '../../../_components/coupon-frame';
import { findHead } from '../../../_components/find-coupon';
import { confirmGrant } from '../../../actions';
import { GrantPeople, GrantProblems } from '../_components/grant-lists';

export const metadata: Metadata = { title: '发放预览' };

export default async function GrantPreviewPage({
  params,
  searchParams,
}: PageProps<'/admin/coupons/[id]/grant/[grantId]'>) {
  const coupon = await findHead(params);
  const grantId = pathId((await params).grantId);
  const search = readGrantSearch(await searchParams);
  const grant = grantId === null ? null : await findGrant(coupon.id, grantId, search);
  if (!grant) notFound();
  return (
    <CouponFrame coupon={coupon} tab="grant">
      {grant.doneAt ? (
        <Done id={coupon.id} grant={grant} doneAt={grant.doneAt} />
      ) : (
        <div className="grid gap-4">
          <Decision id={coupon.id} grant={grant} />
          <Preview id={coupon.id} grant={grant} search={search} />
        </div>
      )}
    </CouponFrame>
  );
}

function Done({ id, grant, doneAt }: { id: number; grant: GrantForAdmin; doneAt: Date }) {
  return (
    <Panel title="已发放">
      <div className="grid justify-items-start gap-4">
        <p role="status">
          {shanghaiMinute(doneAt)} 发放了 <strong className="tabular-nums">{grant.granted}</strong> 张，名单里有{' '}
          {grant.listed} 个账号。
        </p>
        <div className="flex flex-wrap gap-2">
          <Button asChild variant="secondary" size="sm">
            <Link href={couponRecordsPath(id, { source: 'grant' })} prefetch={false}>
              看发放的记录
            </Link>
          </Button>
          <Button asChild variant="ghost" size="sm">
            <Link href={`/admin/coupons/${id}/grant`} prefetch={false}>
              再发放
            </Link>
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function Decision({ id, grant }: { id: number; grant: GrantForAdmin }) {
  const { counts, digest, remaining, refusal, days } = grant;
  const out = GRANT_TABS.filter((tab) => tab !== 'granted').reduce((sum, tab) => sum + counts[tab], 0);
  return (
    <Panel title="将要发放">
      <div className="grid justify-items-start gap-4">
        <p>
          <strong className="tabular-nums">{counts.granted}</strong> 个账号会各得到一张，{days.validFrom} 至{' '}
          {days.validUntil} 可用；{out === 0 ? '没有问题。' : `${out} 行不会得到。`}
          {remaining !== null && `这张优惠券还剩 ${remaining} 张。`}
        </p>
        {refusal && <Alert tone="danger">{refusal}</Alert>}
        <div className="flex flex-wrap gap-2">
          {!refusal && counts.granted > 0 && (
            <CommandButton action={confirmGrant} fields={{ id, grantId: grant.id, seen: digest }}>
              确认发放 {counts.granted} 张
            </CommandButton>
          )}
          <Button asChild variant="ghost">
            <Link href={`/admin/coupons/${id}/grant`} prefetch={false}>
              重新填写名单
            </Link>
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function Preview({ id, grant, search }: { id: number; grant: GrantForAdmin; search: GrantSearch }) {
  const { counts, people, problems } = grant;
  const shown = people ?? problems;
  return (
    <>
      <TabLinks
        label="名单里的人"
        tabs={GRANT_TABS.map((tab) => ({
          href: grantPath(id, grant.id, { tab, page: 1 }),
          label: `${GRANT_TAB_LABELS[tab]} ${counts[tab]}`,
          current: tab === search.tab,
        }))}
      />
      <ListFrame
        total={shown?.total ?? 0}
        unit="行"
        page={search.page}
        pageCount={shown?.pageCount ?? 0}
        hrefOf={(page) => grantPath(id, grant.id, { ...search, page })}
      >
        {people && <GrantPeople people={people.rows} />}
        {problems && <GrantProblems problems={problems.rows} />}
      </ListFrame>
    </>
  );
}
