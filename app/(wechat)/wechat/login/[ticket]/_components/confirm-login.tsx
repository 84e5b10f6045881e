import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { maskName } from '@/lib/domain/wechat-ticket';
import { answerTicket } from '../actions';

interface ConfirmLoginProps {
  ticketId: number;
  /** Null: there is none yet. */
  username: string | null;
  nickname: string;
}

/** Says what is about to happen elsewhere, so that whoever was sent somebody else's QR does not let them in. */
export function ConfirmLogin({ ticketId, username, nickname }: ConfirmLoginProps) {
  return (
    <Card className="grid gap-6">
      <header className="grid gap-2 text-center">
        <h1 className="font-bold text-2xl">登录路飞学城</h1>
        <p className="text-muted-foreground">
          {username === null
            ? '你还没有账号，确认之后会为你创建一个。'
            : '确认之后，打开二维码的那台设备会登录你的账号。'}
        </p>
      </header>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-3 rounded-lg bg-muted p-4">
        <dt className="text-muted-foreground">路飞学城账号</dt>
        <dd className="break-all text-right font-semibold">{username === null ? '新账号' : maskName(username)}</dd>
        <dt className="text-muted-foreground">微信昵称</dt>
        <dd className="break-all text-right font-semibold">{nickname || '未提供'}</dd>
      </dl>
      <p className="text-muted-foreground text-sm">
        请确认是你自己正在登录。如果二维码或链接是别人发给你的，请点取消：确认后，对方就能使用你的账号。
      </p>
      <form action={answerTicket} className="grid gap-3">
        <input type="hidden" name="ticketId" value={ticketId} />
        <SubmitButton size="lg" name="answer" value="allow">
          确认登录
        </SubmitButton>
        <SubmitButton size="lg" variant="secondary" name="answer" value="refuse">
          取消
        </SubmitButton>
      </form>
    </Card>
  );
}
