import { yuanText } from './money';
import type { NoticeSaying, OrderFacts } from './notice';
import { type Day, shanghaiDay, shanghaiTime } from './shanghai-day';

/** What a template's field may ask for. */
export type FactName =
  | 'orderNo'
  | 'courses'
  | 'amount'
  | 'at'
  | 'student'
  | 'phone'
  | 'refundTo'
  | 'homework'
  | 'score'
  | 'mentor'
  | 'endsOn'
  | 'coupon'
  | 'count'
  | 'code'
  | 'minutes'
  | 'purpose'
  | 'reward'
  | 'hint';

export type FactTexts = Readonly<Partial<Record<FactName, string>>>;

/** Every fact of a notice as a field may show it. */
export function factTexts(saying: NoticeSaying): FactTexts {
  switch (saying.notice) {
    case 'order_paid':
    case 'enrolled':
    case 'refunded':
      return orderTexts(saying.facts);
    case 'homework_graded': {
      const { course, homework, score, mentor } = saying.facts;
      return { courses: course, homework, score, mentor: mentor ?? '学校导师', hint: '导师已批改，点开看评语' };
    }
    case 'course_expiring': {
      const { course, endsOn } = saying.facts;
      return { courses: course, endsOn: chineseDay(endsOn), hint: '课程快到期了，抓紧学完' };
    }
    case 'coupon_expiring': {
      const { coupon, endsOn, count } = saying.facts;
      const name = count > 1 ? `${count} 张：${coupon}` : coupon;
      return { coupon: name, endsOn: chineseDay(endsOn), count: `${count}张`, hint: '到期作废，别忘了用' };
    }
    case 'password_code': {
      const { code, minutes } = saying.facts;
      const told = { purpose: '重设登录密码', minutes: `${minutes}分钟`, hint: '不是你本人操作请忽略' };
      return code === null ? told : { ...told, code };
    }
    case 'invite_rewarded': {
      const { reward, side, at } = saying.facts;
      const hint = side === 'inviter' ? '你邀请的好友已经开始学习' : '感谢你接受邀请来路飞学城';
      return { reward, at: chineseMinute(at), hint };
    }
  }
}

function orderTexts({ orderNo, courses, cashFen, beli: back, at, student, phone }: OrderFacts): FactTexts {
  return {
    orderNo,
    courses: courses.length > 1 ? `${courses.length} 门：${courses.join('、')}` : courses.join(''),
    amount: `¥${yuanText(cashFen)}`,
    at: chineseMinute(at),
    ...(student !== undefined && { student }),
    ...(phone !== undefined && { phone }),
    ...(back !== undefined && { refundTo: '原路退回' }),
  };
}

const chineseMinute = (at: string): string => `${chineseDay(shanghaiDay(new Date(at)))} ${shanghaiTime(new Date(at))}`;

function chineseDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The facts in words, for people: label and text, in reading order. A code is never among them. */
export function noticeLines(saying: NoticeSaying): (readonly [label: string, text: string])[] {
  const known = factTexts(saying);
  const line = (label: string, fact: FactName): (readonly [string, string])[] =>
    known[fact] === undefined ? [] : [[label, known[fact]]];
  switch (saying.notice) {
    case 'order_paid':
    case 'enrolled':
    case 'refunded': {
      const { beli: back } = saying.facts;
      return [
        ...line('课程', 'courses'),
        ...line('订单编号', 'orderNo'),
        ...line(back === undefined ? '实付金额' : '退款金额', 'amount'),
        ...(back ? [['退回贝里', String(back)] as const] : []),
        ...line('时间', 'at'),
      ];
    }
    case 'homework_graded':
      return [
        ...line('课程', 'courses'),
        ...line('作业', 'homework'),
        ...line('成绩', 'score'),
        ...(saying.facts.mentor ? line('导师', 'mentor') : []),
      ];
    case 'course_expiring':
      return [...line('课程', 'courses'), ...line('最后一天', 'endsOn')];
    case 'coupon_expiring':
      return [...line('优惠券', 'coupon'), ...line('最后一天', 'endsOn')];
    case 'invite_rewarded':
      return [...line('说明', 'hint'), ...line('奖励', 'reward'), ...line('时间', 'at')];
    case 'password_code':
      return [['验证码', '只发到微信，不在这里显示']];
  }
}
