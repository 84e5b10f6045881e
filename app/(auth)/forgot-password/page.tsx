import type { Metadata } from 'next';
import { AuthPanel } from '../_components/auth-panel';
import { AskCodeForm } from './_components/ask-code-form';

export const metadata: Metadata = { title: '忘记密码' };

export default function ForgotPasswordPage() {
  return (
    <AuthPanel title="忘记密码" other={{ question: '想起来了？', label: '去登录', href: '/sign-in' }} callbackUrl="/">
      <p className="mb-6 text-muted-foreground">
        账号绑定过微信的，我们会把 6 位验证码发到那个微信。没有绑定的，请联系老师核实身份。
      </p>
      <AskCodeForm />
    </AuthPanel>
  );
}
