import type { CourseType, ProductKind, ProductStatus } from './catalogue';
import { isOpen, type Span } from './enrolment';

/** One enrolment of an account, with its grants that were not revoked. */
export interface Holding {
  readonly productId: number;
  readonly kind: ProductKind;
  /** When the first 报名表 that covers it was submitted. */
  readonly openedAt: Date | null;
  readonly grants: readonly Span[];
}

export interface CourseFacts {
  readonly productId: number;
  readonly status: ProductStatus;
  readonly courseType: CourseType;
  /** The degree of a degree module. */
  readonly degreeCourseId: number | null;
}

/**
 * Why a course is closed. SIGN_IN: nobody is signed in; FORM: paid, but the 报名表 is missing; NOT_STARTED: every grant
 * lies ahead; RENEW: every grant has ended; BUY, BUY_DEGREE, ANY_DEGREE: what would open it; NOT_ON_SALE: nothing would.
 */
export const ACCESS_DENIALS = [
  'SIGN_IN',
  'FORM',
  'NOT_STARTED',
  'RENEW',
  'BUY',
  'BUY_DEGREE',
  'ANY_DEGREE',
  'NOT_ON_SALE',
] as const;
export type AccessDenial = (typeof ACCESS_DENIALS)[number];

/** `productId` is the holding that decided, where one did: what to renew, or what the 报名表 is for. */
export type CourseAccess =
  | { readonly open: true; readonly productId: number; readonly until: Date }
  | { readonly open: false; readonly reason: AccessDenial; readonly productId: number | null };

export type HoldingState = 'open' | 'form' | 'not_started' | 'ended' | 'none';

/** What an enrolment is worth at `now`. Without a grant (all revoked) it is worth nothing. */
export function holdingState(holding: Pick<Holding, 'openedAt' | 'grants'>, now: Date): HoldingState {
  if (holding.grants.length === 0) return 'none';
  if (holding.grants.every((grant) => grant.endsAt <= now)) return 'ended';
  if (holding.openedAt === null) return 'form';
  return holding.grants.some((grant) => isOpen(grant, now)) ? 'open' : 'not_started';
}

/** The exclusive end of the last grant. Grants follow one another without gaps. */
export const heldUntil = (grants: readonly Span[]): Date =>
  new Date(Math.max(...grants.map((grant) => grant.endsAt.getTime())));

/** Whether a holding counts for a course: its own, its module's degree, or for VIP专享 any degree. */
function covers(holding: Holding, course: CourseFacts): boolean {
  if (holding.productId === course.productId) return true;
  // Through a degree only what is published opens; one's own purchase stays whatever becomes of the product.
  if (course.status === 'upcoming') return false;
  if (course.courseType === 'degree_module') return holding.productId === course.degreeCourseId;
  return course.courseType === 'vip' && holding.kind === 'degree_course';
}

function wayIn(course: CourseFacts): AccessDenial {
  if (course.status !== 'online') return 'NOT_ON_SALE';
  if (course.courseType === 'degree_module') return 'BUY_DEGREE';
  return course.courseType === 'vip' ? 'ANY_DEGREE' : 'BUY';
}

/** Whether an account may study a course at `now`. `holdings` null: nobody is signed in. */
export function courseAccess(course: CourseFacts, holdings: readonly Holding[] | null, now: Date): CourseAccess {
  if (holdings === null) return { open: false, reason: 'SIGN_IN', productId: null };
  const covering = holdings
    .filter((holding) => holding.grants.length > 0 && covers(holding, course))
    .map((holding) => ({ holding, state: holdingState(holding, now), until: heldUntil(holding.grants) }))
    .sort((a, b) => b.until.getTime() - a.until.getTime());
  const find = (state: HoldingState) => covering.find((entry) => entry.state === state);

  const open = find('open');
  if (open) return { open: true, productId: open.holding.productId, until: open.until };
  const closed = (reason: AccessDenial, productId: number): CourseAccess => ({ open: false, reason, productId });
  const unfilled = find('form');
  if (unfilled) return closed('FORM', unfilled.holding.productId);
  const ahead = find('not_started');
  if (ahead) return closed('NOT_STARTED', ahead.holding.productId);
  const ended = find('ended');
  if (ended) return closed('RENEW', ended.holding.productId);
  return { open: false, reason: wayIn(course), productId: null };
}

/** A free trial section of a published course is open to everyone; all else follows the course. */
export const sectionIsOpen = (
  section: { readonly isFreeTrial: boolean },
  course: Pick<CourseFacts, 'status'>,
  access: { readonly open: boolean },
): boolean => access.open || (section.isFreeTrial && course.status === 'online');
