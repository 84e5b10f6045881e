import { MP_BASE } from '../wechat/config';
import type { User } from '../wechat/state';

export function pathOf(user: User, rest = ''): string {
  return `/phone/${user.id}${rest}`;
}

export function avatarOf(user: User): string {
  return `${MP_BASE}/mmopen/${user.id}/132`;
}
