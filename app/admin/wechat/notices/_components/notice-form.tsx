'use client';

import { useActionState, useState } from 'react';
import { ActionNotice } from '@/components/forms/action-notice';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { PhoneCard } from '@/components/wechat/phone-card';
import { IDLE } from '@/lib/action-state';
import type { NoticeTemplate, NoticeView } from '@/lib/data/admin/notices';
import { isAlwaysOn } from '@/lib/domain/notice';
import { saveNotice, testNotice } from '../actions';

/** On or off, in which template, what it looks like, and a try. */
export function NoticeForm({ view }: { view: NoticeView }) {
  const { notice, title, isOn, chosen, carrier, choices } = view;
  const [state, save] = useActionState(saveNotice, IDLE);
  const [picked, setPicked] = useState(chosen ?? '');
  const shown = choices.find(({ templateId }) => templateId === picked) ?? carrier;
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid content-start gap-4">
        <form action={save} className="grid gap-4">
          <input type="hidden" name="notice" value={notice} />
          {isAlwaysOn(notice) ? (
            <>
              <input type="hidden" name="isOn" value="on" />
              <p className="text-sm">学员自己要的验证码，一定会发送，不能停用。</p>
            </>
          ) : (
            <Checkbox name="isOn" defaultChecked={isOn} label={`发送「${title}」通知`} />
          )}
          <Field name="templateId" label="消息模板" state={state} hint={hintOf(view, shown)}>
            <Select value={picked} onChange={({ target }) => setPicked(target.value)}>
              <option value="">自动选择（按模板标题）</option>
              {choices.map((template) => (
                <option key={template.templateId} value={template.templateId}>
                  {nameOf(template)}
                </option>
              ))}
            </Select>
          </Field>
          <SubmitButton variant="secondary" className="justify-self-start">
            保存
          </SubmitButton>
          <ActionNotice state={state} />
        </form>
        <TestForm notice={notice} />
      </div>
      {shown ? (
        <PhoneCard
          message={{ kind: 'template', title: shown.title, lines: shown.lines, isLink: true }}
          caption={`「${title}」在手机上的样子`}
        />
      ) : (
        <p className="self-center text-center text-muted-foreground text-sm">没有模板，所以没有预览。</p>
      )}
    </div>
  );
}

function TestForm({ notice }: Pick<NoticeView, 'notice'>) {
  const [state, send] = useActionState(testNotice, IDLE);
  return (
    <form action={send} className="grid gap-2 border-t pt-4">
      <input type="hidden" name="notice" value={notice} />
      <p className="text-muted-foreground text-sm">用例子里的内容发一条到你自己绑定的微信，按已保存的设置发送。</p>
      <SubmitButton variant="ghost" className="justify-self-start border">
        发测试给自己
      </SubmitButton>
      <ActionNotice state={state} />
    </form>
  );
}

const nameOf = ({ title, channel }: NoticeTemplate): string =>
  channel === 'subscribe' ? `${title}（订阅通知）` : title;

function hintOf({ choices, carrier }: NoticeView, shown: NoticeTemplate | null): string {
  if (choices.length === 0)
    return '服务号里没有能发这种通知的模板：在微信公众平台添加后，每小时自动同步。通知会先等着。';
  if (shown?.channel !== 'subscribe') return '只列出字段都填得上的模板。';
  return carrier && carrier.templateId !== shown.templateId
    ? `订阅通知要学员每次允许；没有允许的学员改收「${carrier.title}」。`
    : '订阅通知要学员每次允许；没有允许的学员收不到。';
}
