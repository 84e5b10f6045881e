import type { Db } from '../client';

export async function addScale(_db: Db, _options: { count: number; now: Date }): Promise<void> {}
