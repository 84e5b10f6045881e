'use server';

import { adminAction } from '@/lib/action';
import { faqSchema, moveSchema, newFaqSchema, removalSchema, teachingSchema } from '@/lib/domain/catalogue-form-entry';
import { newPriceSchema, priceOfferSchema, priceSchema } from '@/lib/domain/catalogue-form-price';
import { statusSchema } from '@/lib/domain/catalogue-form-product';
import { addPrice as addPriceTo } from '@/lib/services/admin-catalogue/add-price';
import { addTeaching as addTeachingTo } from '@/lib/services/admin-catalogue/add-teaching';
import { changePrice as changePriceOf } from '@/lib/services/admin-catalogue/change-price';
import { changeStatus as changeStatusOf } from '@/lib/services/admin-catalogue/change-status';
import { moveEntry as moveEntryOf } from '@/lib/services/admin-catalogue/move-entry';
import { offerPrice as offerPriceOf } from '@/lib/services/admin-catalogue/offer-price';
import { removeEntry as removeEntryOf } from '@/lib/services/admin-catalogue/remove-entry';
import { addFaq as addFaqTo, changeFaq as changeFaqOf } from '@/lib/services/admin-catalogue/save-faq';
import { shown } from './shown';

// What courses and degree courses have in common.

export const changeStatus = adminAction({ schema: statusSchema, message: '状态已更新' }, async (ctx, input) =>
  shown(await changeStatusOf(ctx, input)),
);

export const addPrice = adminAction({ schema: newPriceSchema, message: '价格已添加' }, async (ctx, input) =>
  shown(await addPriceTo(ctx, input)),
);

export const changePrice = adminAction({ schema: priceSchema, message: '价格已修改' }, async (ctx, input) =>
  shown(await changePriceOf(ctx, input)),
);

export const offerPrice = adminAction({ schema: priceOfferSchema, message: '价格已更新' }, async (ctx, input) =>
  shown(await offerPriceOf(ctx, input)),
);

export const addFaq = adminAction({ schema: newFaqSchema, message: '问答已添加' }, async (ctx, input) =>
  shown(await addFaqTo(ctx, input)),
);

export const changeFaq = adminAction({ schema: faqSchema, message: '问答已保存' }, async (ctx, input) =>
  shown(await changeFaqOf(ctx, input)),
);

export const addTeaching = adminAction({ schema: teachingSchema, message: '老师已添加' }, async (ctx, input) =>
  shown(await addTeachingTo(ctx, input)),
);

export const moveEntry = adminAction({ schema: moveSchema }, async (ctx, input) =>
  shown(await moveEntryOf(ctx, input)),
);

export const removeEntry = adminAction({ schema: removalSchema }, async (ctx, input) =>
  shown(await removeEntryOf(ctx, input)),
);
