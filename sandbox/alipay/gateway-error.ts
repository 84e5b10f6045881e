const KINDS = {
  '20000': 'Service Currently Unavailable',
  '20001': 'Insufficient Token Permissions',
  '40001': 'Missing Required Arguments',
  '40002': 'Invalid Arguments',
  '40004': 'Business Failed',
} as const;

/** sub_code → code and sub_msg, as the public error table and each API's own table give them. */
const TABLE = {
  'aop.unknow-error': ['20000', '系统繁忙'],
  'aop.invalid-app-auth-token': ['20001', '无效的应用授权令牌'],
  'isv.invalid-arguments': ['40004', '入参不合法'],
  'isp.bill_not_exist': ['40004', '账单不存在'],
  'isv.missing-method': ['40001', '缺少方法名参数'],
  'isv.missing-app-id': ['40001', '缺少appId参数'],
  'isv.missing-signature': ['40001', '缺少签名参数'],
  'isv.missing-signature-type': ['40001', '缺少签名类型参数'],
  'isv.missing-timestamp': ['40001', '缺少时间戳参数'],
  'isv.missing-version': ['40001', '缺少版本参数'],
  'isv.invalid-method': ['40002', '不存在的方法名'],
  'isv.invalid-app-id': ['40002', '无效的AppID参数'],
  'isv.invalid-parameter': ['40002', '参数无效'],
  'isv.invalid-format': ['40002', '无效的数据格式'],
  'isv.invalid-charset': ['40002', '字符集错误'],
  'isv.invalid-signature-type': ['40002', '无效的签名类型'],
  'isv.invalid-signature': ['40002', '验签出错，建议检查签名字符串或签名私钥与应用公钥是否匹配'],
  'isv.invalid-timestamp': ['40002', '非法的时间戳参数'],
  'isv.illegal-json': ['40002', 'biz_content 不是合法的 JSON 对象'],
  'isv.decryption-error-not-valid-encrypt-key': ['40002', '解密出错，未配置加密密钥或加密密钥格式错误'],
  'ACQ.INVALID_PARAMETER': ['40004', '参数无效'],
  'ACQ.TOTAL_FEE_EXCEED': ['40004', '订单金额超过限额'],
  'ACQ.INVALID_RECEIVE_ACCOUNT': ['40004', '收款账户不支持'],
  'ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR': ['40004', '当前时间已超过允许支付的时间'],
  'ACQ.CONTEXT_INCONSISTENT': ['40004', '交易信息被篡改'],
  'ACQ.TRADE_HAS_SUCCESS': ['40004', '交易已被支付'],
  'ACQ.TRADE_HAS_CLOSE': ['40004', '交易已经关闭'],
  'ACQ.TRADE_HAS_FINISHED': ['40004', '交易已完结'],
  'ACQ.TRADE_NOT_EXIST': ['40004', '交易不存在'],
  'ACQ.TRADE_STATUS_ERROR': ['40004', '交易状态不合法'],
  'ACQ.REASON_TRADE_STATUS_INVALID': ['40004', '交易状态异常'],
  'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL': ['40004', '退款金额超限'],
  'ACQ.DISCORDANT_REPEAT_REQUEST': ['40004', '不一致的请求'],
  'ACQ.SELLER_BALANCE_NOT_ENOUGH': ['40004', '卖家余额不足'],
} as const satisfies Record<string, readonly [keyof typeof KINDS, string]>;

export type SubCode = keyof typeof TABLE;

/** A refusal. `detail` says which parameter, in the words of sub_msg. */
export interface GatewayError {
  readonly subCode: SubCode;
  readonly detail: string;
}

export function refusal(subCode: SubCode, detail = ''): GatewayError {
  return { subCode, detail };
}

export function subMessage(error: GatewayError): string {
  const text = TABLE[error.subCode][1];
  return error.detail === '' ? text : `${text}，${error.detail}`;
}

/** The four fields of a refusing answer. */
export function errorNode(error: GatewayError): Record<string, string> {
  const code = TABLE[error.subCode][0];
  return { code, msg: KINDS[code], sub_code: error.subCode, sub_msg: subMessage(error) };
}

/** Until the gateway knows the app it answers without a signature. */
export function isUnsigned(error: GatewayError): boolean {
  return UNSIGNED.has(error.subCode);
}

const UNSIGNED: ReadonlySet<SubCode> = new Set([
  'isv.missing-method',
  'isv.invalid-method',
  'isv.missing-app-id',
  'isv.invalid-app-id',
]);
