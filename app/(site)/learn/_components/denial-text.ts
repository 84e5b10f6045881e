import type { ClosedAccess } from '@/lib/data/learning/study-access';

type Words = { readonly title: string; readonly body: string };

/** What a closed course says: why, and how to open it. */
export function denialText(courseName: string, { reason, target, day }: Omit<ClosedAccess, 'open'>): Words {
  const course = `《${courseName}》`;
  const via = target ? `《${target.name}》` : course;
  switch (reason) {
    case 'SIGN_IN':
      return { title: '请先登录', body: `登录后才能学习${course}。` };
    case 'FORM':
      return { title: '还差一步：填写报名表', body: `${via}已经支付成功，提交报名表后立即开通。` };
    case 'NOT_STARTED':
      return { title: '还没到开始的日子', body: `${via}的有效期从 ${day} 开始。` };
    case 'RENEW':
      return { title: '有效期已结束', body: `${via}已于 ${day} 到期，续费后可以接着学，之前的进度都还在。` };
    case 'BUY':
      return { title: '这门课还没有购买', body: `购买${course}并提交报名表后，就能学习全部小节。` };
    case 'BUY_DEGREE':
      return { title: '这是学位课程的一个模块', body: `${course}不单独出售，报名${via}后即可学习它的全部模块。` };
    case 'ANY_DEGREE':
      return { title: '这是 VIP专享课程', body: `${course}不单独出售，任何一门学位课程的在读学员都可以学习。` };
    case 'NOT_ON_SALE':
      return { title: '这门课现在不开放', body: `${course}即将上线或已经下线，暂时不能购买和试学。` };
  }
}
