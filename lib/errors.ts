/** Every expected failure of the product, with what people are told. Bugs are thrown, these are returned. */
const MESSAGES = {
  UNAUTHENTICATED: '请先登录',
  FORBIDDEN: '没有权限',
  NOT_FOUND: '没有找到',
  INVALID_INPUT: '请检查填写的内容',
  THROTTLED: '尝试次数过多，请一分钟后再试',
  CONFLICT: '内容刚刚发生了变化，请刷新后重试',
  WRONG_CREDENTIALS: '用户名或密码不正确',
  WRONG_PASSWORD: '当前密码不正确',
  USERNAME_TAKEN: '这个用户名已被使用',
  EMAIL_TAKEN: '这个邮箱已被使用',
  PRODUCT_NOT_ON_SALE: '该课程暂不出售',
  POLICY_NOT_AVAILABLE: '该有效期已下架，请重新选择',
  CART_FULL: '购物车已满，请先清理后再添加',
  NOTHING_SELECTED: '请先选择要结算的课程',
  TOO_MANY_LINES: '一次最多结算 20 门课程',
  NO_OPEN_SETTLEMENT: '结算已失效，请从购物车重新结算',
  SETTLEMENT_REPLACED: '你在别处开始了新的结算，已为你显示最新内容，请核对',
  SETTLEMENT_LINE_INVALID: '有课程无法购买，请先处理后再提交',
  COUPON_NOT_USABLE: '该优惠券现在不能使用',
  COUPON_NOT_STARTED: '还没到领取时间',
  COUPON_OVER: '这张优惠券的时间已过',
  COUPON_STOPPED: '这张优惠券已停止发放',
  COUPON_SOLD_OUT: '来晚一步，已经领完了',
  COUPON_LIMIT_REACHED: '已达到每人可领的数量',
  CODE_WRONG: '兑换码不正确',
  CODE_USED_UP: '这个兑换码已经用完',
  BELI_NOT_ENOUGH: '可用贝里不足',
  QUOTE_CHANGED: '价格或优惠发生了变化，请确认后重新提交',
  ORDER_NOT_PAYABLE: '订单已不能支付',
  ORDER_NOT_CANCELLABLE: '订单已不能取消',
  ORDER_ALREADY_PAID: '订单已支付成功',
  ORDER_NOT_PAID: '订单尚未支付',
  ORDER_NOT_REFUNDABLE: '这个订单现在不能退款',
  REFUND_WINDOW_OVER: '支付已超过 7 天，请联系老师处理',
  LINE_NOT_REFUNDABLE: '所选课程已退款或正在退款，请刷新后重新选择',
  REFUND_DECIDED: '这个退款申请刚刚已被处理，请刷新查看',
  GATEWAY_UNAVAILABLE: '支付宝暂时没有响应，请稍后再试',
  FORM_ALREADY_SUBMITTED: '报名表已提交',
  COURSE_NOT_OPEN: '请先购买课程并提交报名表',
  TICKET_FORGED: '这个二维码不是路飞学城的',
  TICKET_EXPIRED: '二维码已过期，请换一个再扫',
  TICKET_USED: '这个二维码已经用过，请换一个再扫',
  BINDING_REFUSED: '你取消了授权，没有绑定',
  BINDING_TAKEN: '这个微信或这个账号已经绑定过',
  WECHAT_SNAPSHOT: '请在微信里使用完整服务后再绑定',
  ACCOUNT_DISABLED: '这个账号已停用，如有疑问请联系老师',
  PASSWORD_NEEDED: '请先设置登录密码，再解除绑定，不然就登录不了了',
  RESET_CODE_WRONG: '验证码不正确，或者已经过期',
  ALREADY_NAMED: '用户名只能设置一次',
  OWN_ACCOUNT: '不能停用自己的账号',
  WECHAT_UNAVAILABLE: '微信暂时没有响应，请稍后再扫',
  MENU_NOT_PUBLISHED: '微信没有接受这个菜单',
  SLUG_TAKEN: '这个网址已被使用，请换一个',
  ALREADY_THERE: '已经有同样的内容，请换一个',
  IN_USE: '还在使用中，不能删除',
  NOT_READY: '还不能上线，请先补全',
} as const;

export type ErrorCode = keyof typeof MESSAGES;

/** `detail` replaces the general message where more can be said; `field` names the input it belongs to. */
export interface Failure<C extends ErrorCode = ErrorCode> {
  readonly code: C;
  readonly detail?: string;
  readonly field?: string;
}

export type Result<T, C extends ErrorCode = ErrorCode> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure<C> };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const err = <C extends ErrorCode>(
  code: C,
  more: { detail?: string; field?: string } = {},
): { readonly ok: false; readonly error: Failure<C> } => ({ ok: false, error: { code, ...more } });

/** The one place where codes become words. */
export const errorMessage = (failure: Failure): string => failure.detail ?? MESSAGES[failure.code];

/** The one place where codes become HTTP statuses. */
export function errorStatus(code: ErrorCode): number {
  switch (code) {
    case 'UNAUTHENTICATED':
    case 'WRONG_CREDENTIALS':
      return 401;
    case 'FORBIDDEN':
      return 403;
    case 'NOT_FOUND':
      return 404;
    case 'THROTTLED':
      return 429;
    case 'INVALID_INPUT':
    case 'WRONG_PASSWORD':
      return 422;
    case 'GATEWAY_UNAVAILABLE':
      return 503;
    default:
      return 409;
  }
}
