'use client';

import { useActionState } from 'react';
import { Card, CardTitle } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { FormMessage } from '@/components/ui/form-message';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDLE } from '@/lib/action-state';
import { MUTABLE_TOPICS, TOPIC_LABELS, type Topic } from '@/lib/domain/message-topic';
import { saveTopics } from '../actions';

const ABOUT = {
  order: '支付、报名、退款成功',
  study: '作业批改、课程快到期',
  coupon: '优惠券快到期',
  news: '开课、直播和学校的活动',
} as const satisfies Record<(typeof MUTABLE_TOPICS)[number], string>;

/** What the student wants to hear of in WeChat. */
export function TopicsForm({ muted }: { muted: readonly Topic[] }) {
  const [state, save] = useActionState(saveTopics, IDLE);
  return (
    <Card className="grid gap-3">
      <CardTitle className="mb-0">想收到什么</CardTitle>
      <form action={save} className="grid gap-3">
        {/* Saved anew: the boxes start from what is kept now. */}
        <fieldset key={muted.join()} className="grid">
          <legend className="pb-1 text-muted-foreground text-sm">没有勾选的种类，学校不会发到你的微信。</legend>
          {MUTABLE_TOPICS.map((topic) => (
            <Checkbox
              key={topic}
              name={topic}
              defaultChecked={!muted.includes(topic)}
              label={<Words label={TOPIC_LABELS[topic]} about={ABOUT[topic]} />}
            />
          ))}
          <Checkbox
            disabled
            defaultChecked
            label={<Words label={TOPIC_LABELS.security} about="验证码等，不能关闭" />}
          />
        </fieldset>
        <SubmitButton variant="secondary" className="justify-self-start">
          保存
        </SubmitButton>
        <FormMessage state={state} className="text-sm" />
      </form>
    </Card>
  );
}

function Words({ label, about }: { label: string; about: string }) {
  return (
    <span className="grid py-1.5 leading-snug">
      {label}
      <span className="text-muted-foreground text-sm">{about}</span>
    </span>
  );
}
