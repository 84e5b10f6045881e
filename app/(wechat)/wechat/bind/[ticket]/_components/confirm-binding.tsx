import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { maskName } from '@/lib/domain/wechat-ticket';
import { answerTicket } from '../actions';

interface ConfirmBindingProps {
  ticketId: number;
  username: string;
  nickname: string;
}

/** Names the account, so that whoever was shown somebody else's QR sees whose it is. */
export function ConfirmBinding({ ticketId, username, nickname }: ConfirmBindingProps) {
  return (
    <Card className="grid gap-6">
      <header className="grid gap-2 text-center">
        <h1 className="font-bold text-2xl">绑定微信</h1>
        <p className="text-muted-foreground">确认之后，学校的通知会发到这个微信。</p>
      </header>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-3 rounded-lg bg-muted p-4">
        <dt className="text-muted-foreground">路飞学城账号</dt>
        <dd className="break-all text-right font-semibold">{maskName(username)}</dd>
        <dt className="text-muted-foreground">微信昵称</dt>
        <dd className="break-all text-right font-semibold">{nickname || '未提供'}</dd>
      </dl>
      <p className="text-muted-foreground text-sm">
        请确认这是你自己的账号。如果二维码是别人发给你的，请点取消：绑定后，那个账号的消息会发到你的微信。
      </p>
      <form action={answerTicket} className="grid gap-3">
        <input type="hidden" name="ticketId" value={ticketId} />
        <SubmitButton size="lg" name="answer" value="bind">
          确认绑定
        </SubmitButton>
        <SubmitButton size="lg" variant="secondary" name="answer" value="refuse">
          取消
        </SubmitButton>
      </form>
    </Card>
  );
}
