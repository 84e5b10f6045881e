import type { CourseType, ProductStatus } from './catalogue';

/** What decides whether one price policy of a product can be bought now. */
export interface Offer {
  readonly status: ProductStatus;
  /** Null for a degree course. */
  readonly courseType: CourseType | null;
  readonly isPolicyWithdrawn: boolean;
}

export type SaleProblem = 'offline' | 'upcoming' | 'not_sold' | 'policy_withdrawn';

/** Why the offer cannot be bought, or null when it can. Only topic courses and degrees are sold; a degree opens the rest. */
export function saleProblem(offer: Offer): SaleProblem | null {
  if (offer.courseType !== null && offer.courseType !== 'paid') return 'not_sold';
  if (offer.status !== 'online') return offer.status;
  return offer.isPolicyWithdrawn ? 'policy_withdrawn' : null;
}

const PROBLEM_TEXTS: Readonly<Record<SaleProblem, string>> = {
  offline: '课程已下线，暂时无法购买',
  upcoming: '课程即将上线，还不能购买',
  not_sold: '该课程不单独出售，购买学位课程即可学习',
  policy_withdrawn: '所选有效期已下架，请重新选择',
};

export const describeSaleProblem = (problem: SaleProblem): string => PROBLEM_TEXTS[problem];
