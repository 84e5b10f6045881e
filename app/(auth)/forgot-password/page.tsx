import type { Metadata } from 'next';
import { connection } from 'next/server';
import { Alert } from '@/components/ui/alert';
import { getCanSendCodes } from '@/lib/data/reset-codes';
import { AuthPanel } from '../_components/auth-panel';
import { AskCodeForm } from './_components/ask-code-form';

export const metadata: Metadata = { title: '忘记密码' };

export default async function ForgotPasswordPage() {
  await connection();
  const isOpen = await getCanSendCodes();
  return (
    <AuthPanel title="忘记密码" other={{ question: '想起来了？', label: '去登录', href: '/sign-in' }} callbackUrl="/">
      {isOpen ? (
        <>
          <p className="mb-6 text-muted-foreground">
            账号绑定过微信的，我们会把 6 位验证码发到那个微信。没有绑定的，请联系老师核实身份。
          </p>
          <AskCodeForm />
        </>
      ) : (
        <Alert tone="warning" title="现在不能用验证码重设密码">
          服务号暂时不能发送验证码。绑定过微信的，可以直接用微信登录；没有绑定的，请联系老师核实身份。
        </Alert>
      )}
    </AuthPanel>
  );
}
