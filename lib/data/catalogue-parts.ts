import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { faq, pricePolicy, teacher } from '@/db/schema';
import { database } from '@/lib/context';

/** What course and degree pages have in common. Each takes a product id. */
export const readPolicies = (productId: number) =>
  database()
    .select({ id: pricePolicy.id, validDays: pricePolicy.validDays, priceFen: pricePolicy.priceFen })
    .from(pricePolicy)
    .where(and(eq(pricePolicy.productId, productId), isNull(pricePolicy.withdrawnAt)))
    .orderBy(asc(pricePolicy.validDays));

export const readFaqs = (productId: number) =>
  database()
    .select({ question: faq.question, answer: faq.answer })
    .from(faq)
    .where(eq(faq.productId, productId))
    .orderBy(asc(faq.position), asc(faq.id));

export const teacherColumns = {
  name: teacher.name,
  role: teacher.role,
  title: teacher.title,
  signature: teacher.signature,
  brief: teacher.brief,
  avatarHue: teacher.avatarHue,
};
