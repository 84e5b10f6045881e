export interface DayChartProps {
  /** One a day, the oldest first: its label and its values by series. */
  readonly points: readonly Readonly<Record<string, string | number>>[];
  readonly series: readonly { readonly key: string; readonly name: string }[];
  /** fen are shown as yuan. */
  readonly unit: 'fen' | 'count';
}

/** In pixels, the same before and after the chart has loaded. */
export const CHART_HEIGHT = 260;
