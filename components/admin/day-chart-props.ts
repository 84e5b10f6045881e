export interface DayChartProps {
  /** One a day, the oldest first: its label and its values by series; null draws nothing. */
  readonly points: readonly Readonly<Record<string, string | number | null>>[];
  readonly series: readonly { readonly key: string; readonly name: string }[];
  /** fen are shown as yuan, seconds as minutes where they are long. */
  readonly unit: 'fen' | 'count' | 'percent' | 'seconds';
  /** One above the other, for parts of a whole; else side by side. */
  readonly isStacked?: boolean;
}

/** In pixels, the same before and after the chart has loaded. */
export const CHART_HEIGHT = 260;
