/** Shown, without any script, to whoever came by an invitation that is not valid: its address names this. */
export function InviteUnknown() {
  return (
    <div id="invite-unknown" role="note" className="hidden bg-info-soft text-info-ink target:block">
      <p className="container-page py-3 text-sm">
        这个邀请链接不对，或者已经失效。不要紧：照样可以注册学习，想算作朋友邀请的话，请 TA 再发一次链接。
      </p>
    </div>
  );
}
