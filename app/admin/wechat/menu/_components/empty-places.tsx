import { CONTROL } from '@/components/ui/control';
import { MENU_KEYS } from '@/lib/domain/wechat/menu';
import { MENU_KEY_LABELS, MENU_TYPE_LABELS, type MenuType } from '@/lib/domain/wechat/menu-draft';

interface EmptyPlacesProps {
  /** The names of the free places' fields, and what to call them. */
  places: readonly { readonly prefix: string; readonly name: string }[];
  types: readonly MenuType[];
}

/** Where there is no script to add a button: places to fill in. One that stays empty is no button. */
export function EmptyPlaces({ places, types }: EmptyPlacesProps) {
  return (
    <noscript>
      {places.map(({ prefix, name }) => (
        <details key={prefix}>
          <summary className="min-h-11 content-center text-sm">添加{name}</summary>
          <div className="grid gap-3 pb-3 text-sm">
            <label className="grid gap-1">
              名称
              <input name={`${prefix}.name`} className={CONTROL} />
            </label>
            <label className="grid gap-1">
              点它之后
              <select name={`${prefix}.type`} className={CONTROL}>
                {types.map((type) => (
                  <option key={type} value={type}>
                    {MENU_TYPE_LABELS[type]}
                  </option>
                ))}
              </select>
            </label>
            <label className="grid gap-1">
              回复什么
              <select name={`${prefix}.key`} className={CONTROL}>
                {MENU_KEYS.map((key) => (
                  <option key={key} value={key}>
                    {MENU_KEY_LABELS[key]}
                  </option>
                ))}
              </select>
            </label>
            <label className="grid gap-1">
              网页
              <input name={`${prefix}.url`} className={CONTROL} />
            </label>
          </div>
        </details>
      ))}
    </noscript>
  );
}
