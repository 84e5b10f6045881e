import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { StepBar } from '@/components/ui/step-bar';
import { requireViewer } from '@/lib/auth/guards';
import { database } from '@/lib/context';
import { findEnrolment } from '@/lib/data/enrolment';
import { ENROLMENT_FORM_LIMITS } from '@/lib/domain/enrolment-form';
import { BindStep } from './_components/bind-step';
import { EnrolmentForm } from './_components/enrolment-form';
import { EnrolmentSummary } from './_components/enrolment-summary';
import { StartStudying } from './_components/start-studying';

export const metadata: Metadata = { title: '报名表' };

export default async function EnrolPage({ params }: PageProps<'/enrol/[orderNo]'>) {
  const { orderNo } = await params;
  const viewer = await requireViewer(`/enrol/${orderNo}`);
  const enrolment = await findEnrolment(database(), orderNo, viewer.id);
  if (!enrolment) notFound();
  if (enrolment.status === 'pending') redirect(`/pay/${orderNo}`);
  const isPaid = enrolment.status === 'paid' || enrolment.status === 'partially_refunded';
  if (!isPaid) redirect(`/orders/${orderNo}`);

  return (
    <div className="container-page grid gap-8 py-6 sm:py-8">
      <StepBar current="enrol" />
      {enrolment.isSubmitted ? (
        <StartStudying products={enrolment.products}>
          <BindStep viewer={viewer} orderNo={orderNo} />
        </StartStudying>
      ) : (
        <div className="grid gap-6">
          <header className="grid gap-1">
            <h1 className="font-bold text-2xl sm:text-3xl">填写报名表</h1>
            <p className="text-muted-foreground">
              支付成功。只差这一步：提交报名表后课程立即开通，有效期从支付时算起。
            </p>
          </header>
          <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <EnrolmentForm orderNo={orderNo} previous={enrolment.previous} limits={ENROLMENT_FORM_LIMITS} />
            <EnrolmentSummary orderNo={orderNo} products={enrolment.products} />
          </div>
        </div>
      )}
    </div>
  );
}
