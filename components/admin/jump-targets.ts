import { NAV_GROUPS } from './nav-items';

const SECTIONS = NAV_GROUPS.flatMap(({ label: group, items }) =>
  items.map(({ href, label, icon }) => ({ href, label, icon, group })),
);

/** The sections that `text` names, in Chinese or as in their addresses; all of them for an empty text. */
export function sectionsNamed(text: string) {
  const wanted = text.trim().toLowerCase();
  return SECTIONS.filter(({ href, label, group }) => `${group} ${label} ${href}`.toLowerCase().includes(wanted));
}

/** The lists in which `text` can be looked for. */
export function listsToSearch(text: string) {
  const q = encodeURIComponent(text.trim());
  if (q === '') return [];
  return [
    { href: `/admin/orders?q=${q}`, label: '订单' },
    { href: `/admin/users?q=${q}`, label: '用户' },
    { href: `/admin/courses?q=${q}`, label: '课程' },
    { href: `/admin/coupons?q=${q}`, label: '优惠券' },
    { href: `/admin/messages/all?q=${q}`, label: '消息' },
  ] as const;
}
