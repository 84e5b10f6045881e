import { ClipboardCheck, PlayCircle, ReceiptText, ShieldCheck } from 'lucide-react';

const PROMISES = [
  { icon: PlayCircle, title: '先试学，再决定', text: '每门课都有免费试学小节，不用登录就能看。' },
  { icon: ClipboardCheck, title: '作业有人批改', text: '学位课由导师逐份批改，说清哪里好、哪里要改。' },
  { icon: ShieldCheck, title: '付款走支付宝', text: '在支付宝收银台付款，我们不接触你的支付信息。' },
  { icon: ReceiptText, title: '每分钱都说得清', text: '优惠券、贝里怎么抵、抵了多少，结算时逐项列明。' },
] as const;

export function Trust() {
  return (
    <section aria-label="我们的承诺" className="border-b bg-card">
      <ul className="container-page grid gap-6 py-8 sm:grid-cols-2 lg:grid-cols-4">
        {PROMISES.map(({ icon: Icon, title, text }) => (
          <li key={title} className="flex gap-3">
            <span className="flex size-11 shrink-0 items-center justify-center rounded-full bg-primary-soft text-primary-ink">
              <Icon aria-hidden className="size-5" />
            </span>
            <div>
              <h2 className="font-semibold">{title}</h2>
              <p className="text-muted-foreground text-sm">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
