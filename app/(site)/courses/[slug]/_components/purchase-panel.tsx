import { GraduationCap } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { addToCart, buyNow } from '@/app/(site)/cart/actions';
import { claim } from '@/app/(site)/coupons/actions';
import { PurchaseForm } from '@/components/course/purchase-form';
import { PurchaseNotes } from '@/components/course/purchase-notes';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card, CardTitle } from '@/components/ui/card';
import type { CoursePageData } from '@/lib/data/catalogue-course';
import { getProductOffers } from '@/lib/data/coupon-offers';

/** How one comes to study the course: buys it, or a degree that opens it. First on a phone, beside the text elsewhere. */
export function PurchasePanel({ course }: { course: CoursePageData }) {
  return (
    <aside aria-label="购买" className="lg:sticky lg:top-24 lg:col-start-2 lg:row-start-1">
      <Card>
        <Offer course={course} />
      </Card>
    </aside>
  );
}

async function Offer({ course }: { course: CoursePageData }) {
  if (course.courseType === 'degree_module' && course.degree) {
    return (
      <ThroughDegree
        title="学位课模块"
        text={`本课是学位课「${course.degree.name}」的一部分，不单独出售。报读学位课后，有效期内可学习全部模块。`}
      >
        <Link href={`/degrees/${course.degree.slug}`}>了解这门学位课</Link>
      </ThroughDegree>
    );
  }
  if (course.courseType === 'vip') {
    return (
      <ThroughDegree
        title="VIP 专享课"
        text="本课不单独出售。任意一门学位课在有效期内，都可以免费学习全部 VIP 专享课。"
      >
        <Link href="/degrees">看看学位课</Link>
      </ThroughDegree>
    );
  }
  if (course.status === 'upcoming') {
    return (
      <Alert tone="info" title="即将上线">
        课程正在录制，上线后即可购买。可以先看看课程大纲与老师。
      </Alert>
    );
  }
  if (course.policies.length === 0) return <Alert tone="info">价格待公布，暂时还不能购买。</Alert>;
  return (
    <div className="grid gap-4">
      <PurchaseForm
        productId={course.id}
        policies={course.policies}
        studyDays={course.period}
        addToCart={addToCart}
        buyNow={buyNow}
        coupons={{ ...(await getProductOffers(course)), claim }}
      />
      <PurchaseNotes extra={course.attachmentPath && '含全部课件，报名后即可下载'} />
    </div>
  );
}

interface ThroughDegreeProps {
  title: string;
  text: string;
  /** The link to the degree. */
  children: ReactNode;
}

function ThroughDegree({ title, text, children }: ThroughDegreeProps) {
  return (
    <div className="grid gap-4">
      <CardTitle className="mb-0 flex items-center gap-2">
        <GraduationCap aria-hidden className="size-6 text-primary-ink" />
        {title}
      </CardTitle>
      <p className="text-muted-foreground">{text}</p>
      <Button asChild>{children}</Button>
    </div>
  );
}
