/** The row of an INSERT … RETURNING of one row. */
export function inserted<R>(rows: readonly R[]): R {
  const [row] = rows;
  if (!row) throw new Error('insert returned no row');
  return row;
}
