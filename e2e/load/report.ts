/** One line of the table. */
export interface Finding {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What it was measured against, in the same unit. */
  readonly bare?: number;
  /** What the aim is about: the value, or the value over the bare one. */
  readonly aim?: {
    readonly of: 'value' | 'ratio' | 'difference';
    readonly at: 'least' | 'most';
    readonly bound: number;
  };
  readonly runs?: readonly number[];
}

const figureOf = ({ value, bare, aim }: Finding): number => {
  if (aim?.of === 'ratio') return value / (bare ?? Number.NaN);
  return aim?.of === 'difference' ? value - (bare ?? Number.NaN) : value;
};

/** Null: there is no aim. */
export function holds(finding: Finding): boolean | null {
  if (!finding.aim) return null;
  const figure = figureOf(finding);
  return finding.aim.at === 'least' ? figure >= finding.aim.bound : figure <= finding.aim.bound;
}

export function tableOf(findings: readonly Finding[]): string {
  const rows = findings.map((finding) => [
    finding.what,
    `${short(finding.value)} ${finding.unit}`,
    finding.bare === undefined ? '' : short(finding.bare),
    finding.aim && finding.aim.of !== 'value' ? short(figureOf(finding)) : '',
    aimWords(finding),
    { true: '✓', false: '✗', null: '' }[`${holds(finding)}`] ?? '',
  ]);
  const all = [['what', 'shop', 'bare', 'ratio / over', 'aim', ''], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function aimWords({ aim, unit }: Finding): string {
  if (!aim) return '';
  return `${aim.at === 'least' ? '≥' : '≤'} ${aim.bound}${aim.of === 'ratio' ? ' of bare' : ` ${unit}${aim.of === 'difference' ? ' over bare' : ''}`}`;
}

const short = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));
