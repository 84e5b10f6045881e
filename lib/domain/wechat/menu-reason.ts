/** What administrators are told of an errcode of `/cgi-bin/menu/create`. Source: the global return codes. */
const WORDS: Readonly<Record<number, string>> = {
  40015: '菜单的类型不对',
  40016: '一级菜单的个数不对：最多 3 个',
  40017: '一级菜单的类型不对',
  40018: '一级菜单的名称太长或是空的',
  40019: '一级菜单的 KEY 太长',
  40020: '一级菜单的网址太长',
  40022: '二级菜单的层数不对',
  40023: '二级菜单的个数不对：最多 5 个',
  40024: '二级菜单的类型不对',
  40025: '二级菜单的名称太长或是空的',
  40026: '二级菜单的 KEY 太长',
  40027: '二级菜单的网址太长',
  40054: '二级菜单的网址不合要求',
  40055: '一级菜单的网址不合要求',
  40164: '服务器的 IP 不在公众号的白名单里',
  45009: '今天发布菜单的次数已用完，请明天再发布',
  45010: '菜单的格式不对',
  45011: '发布得太频繁，请一分钟后再试',
  45064: '菜单里有没有关联的小程序',
  48001: '公众号没有自定义菜单的权限',
  65303: '公众号还没有默认菜单',
};

/** Why WeChat did not take a menu, with its code, for whoever looks it up. */
export function menuReason(errcode: number): string {
  const words = WORDS[errcode];
  return words ? `${words}（${errcode}）` : `微信没有接受（${errcode}）`;
}

export const MENU_UNSENT = '没有连上微信，菜单没有变，请稍后再发布';
export const MENU_UNKNOWN = '微信没有回应，不知道菜单是否已经更新，请再发布一次';
export const MENU_INTERRUPTED = '发布时中断了，不知道菜单是否已经更新，请再发布一次';
