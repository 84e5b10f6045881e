import type { Column } from '@/components/admin/data-table';
import type { DayChartProps } from '@/components/admin/day-chart-props';
import type { WechatDay } from '@/lib/domain/admin/wechat-overview';

interface Line {
  readonly name: string;
  readonly of: (row: WechatDay) => number;
}

interface Chart {
  readonly label: string;
  /** What it shows, in a sentence. */
  readonly about: string;
  readonly lines: readonly Line[];
}

/** By their name in the address. */
export const WECHAT_CHARTS = {
  messages: {
    label: '消息',
    about: '每天被微信接收的消息，其中后来送达的，以及没有送达的',
    lines: [
      { name: '已接收', of: ({ sent }) => sent },
      { name: '其中已送达', of: ({ delivered }) => delivered },
      { name: '没有送达', of: ({ failed }) => failed },
    ],
  },
  followers: {
    label: '关注',
    about: '每天关注、取消关注和绑定账号的人次',
    lines: [
      { name: '关注', of: ({ followed }) => followed },
      { name: '取消关注', of: ({ left }) => left },
      { name: '绑定', of: ({ bound }) => bound },
    ],
  },
  talk: {
    label: '互动',
    about: '每天收到的消息、点菜单和扫码的次数',
    lines: [
      { name: '发来消息', of: ({ said }) => said },
      { name: '点菜单', of: ({ clicked }) => clicked },
      { name: '扫码', of: ({ scanned }) => scanned },
    ],
  },
} as const satisfies Record<string, Chart>;

export const WECHAT_CHART_NAMES = ['messages', 'followers', 'talk'] as const;
type ChartName = (typeof WECHAT_CHART_NAMES)[number];

export const wechatDrawing = (name: ChartName, rows: readonly WechatDay[]): DayChartProps => ({
  unit: 'count',
  series: WECHAT_CHARTS[name].lines.map((line) => ({ key: line.name, name: line.name })),
  points: rows.map((row) => ({
    label: row.day.slice(5),
    ...Object.fromEntries(WECHAT_CHARTS[name].lines.map((line) => [line.name, line.of(row)])),
  })),
});

/** Of the table behind the chart. */
export const wechatColumns = (name: ChartName): readonly Column<WechatDay>[] =>
  WECHAT_CHARTS[name].lines.map((line) => ({ header: line.name, cell: line.of, numeric: true }));
