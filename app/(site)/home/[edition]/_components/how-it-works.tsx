const STEPS = [
  { title: '试学一节', text: '打开任意课程的试学小节，听得懂、喜欢讲法，再往下走。' },
  { title: '选好有效期', text: '同一门课有长短不同的有效期，按自己的节奏买，不为用不上的时间付钱。' },
  { title: '结算与付款', text: '优惠券与贝里自动挑出最省的用法，每一分钱怎么算的都写清楚。' },
  { title: '报名，开学', text: '付款后填一张报名表，课程立即开放，导师会知道你的基础和目标。' },
] as const;

export function HowItWorks() {
  return (
    <section className="mt-16 bg-muted sm:mt-20">
      <div className="container-page py-12 sm:py-16">
        <h2 className="mb-8 font-bold text-2xl">从试学到开学，四步</h2>
        <ol className="grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
          {STEPS.map((step, index) => (
            <li key={step.title} className="grid content-start gap-2">
              <span
                aria-hidden
                className="flex size-11 items-center justify-center rounded-full bg-primary font-bold text-lg text-primary-foreground"
              >
                {index + 1}
              </span>
              <h3 className="font-semibold text-lg">{step.title}</h3>
              <p className="text-muted-foreground">{step.text}</p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
