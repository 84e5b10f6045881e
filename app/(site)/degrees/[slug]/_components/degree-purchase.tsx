import { addToCart, buyNow } from '@/app/(site)/cart/actions';
import { claim } from '@/app/(site)/coupons/actions';
import { PurchaseForm } from '@/components/course/purchase-form';
import { PurchaseNotes } from '@/components/course/purchase-notes';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import type { DegreePageData } from '@/lib/data/catalogue-degree';
import { getProductOffers } from '@/lib/data/coupon-offers';

export function DegreePurchase({ degree }: { degree: DegreePageData }) {
  return (
    <aside aria-label="购买" className="lg:sticky lg:top-24 lg:col-start-2 lg:row-start-1">
      <Card className="grid gap-4">
        <Offer degree={degree} />
      </Card>
    </aside>
  );
}

async function Offer({ degree }: { degree: DegreePageData }) {
  if (degree.status === 'upcoming') {
    return (
      <Alert tone="info" title="即将上线">
        学位课正在筹备，开放报名后即可购买。
      </Alert>
    );
  }
  if (degree.policies.length === 0) return <Alert tone="info">价格待公布，暂时还不能购买。</Alert>;
  return (
    <>
      <PurchaseForm
        productId={degree.id}
        policies={degree.policies}
        studyDays={degree.period}
        addToCart={addToCart}
        buyNow={buyNow}
        coupons={{ ...(await getProductOffers(degree)), claim }}
      />
      <PurchaseNotes extra="有效期内可学全部模块与 VIP 专享课" />
    </>
  );
}
