/** What students and administrators are told of an errcode. */
const WORDS: Readonly<Record<string, string>> = {
  '40003': '微信账号已变化，请重新绑定',
  '43004': '还没有关注服务号，关注后才能收到',
  '43019': '服务号把这个微信列入了黑名单',
  '43101': '已在微信里拒收这类消息',
  '45009': '微信今天的发送额度用完了',
  '45011': '发送得太快，微信要求稍等',
  '45015': '超过 48 小时没有和服务号互动，微信不允许发送',
  '45047': '短时间内发送太多，等学员再发一句话才能继续',
  '47003': '内容不合微信的要求',
  '40036': '消息模板已失效',
  '40037': '消息模板已失效',
  '43116': '消息模板已被微信停用',
};

/** What TEMPLATESENDJOBFINISH says, without its spaces. */
const DELIVERIES: Readonly<Record<string, string>> = {
  'failed:userblock': '学员在微信里拒收了服务号的消息',
  'failed:systemfailed': '微信没有送达（微信系统原因）',
  'failed:freqlimit': '微信限制了发送频率，没有送达',
};

/** Why a message has failed or waits, in words; `reason` is what the outbox keeps: an errcode and its text, or words. */
export function reasonWords(reason: string): string {
  const delivery = DELIVERIES[reason.replaceAll(' ', '')];
  if (delivery) return delivery;
  const [code = ''] = reason.split(' ', 1);
  if (WORDS[code]) return WORDS[code];
  if (/\p{Script=Han}/u.test(reason)) return reason;
  return /^-?\d+$/.test(code) ? `微信暂时没有接收（${code}）` : '微信暂时没有响应';
}
