import { stat } from 'node:fs/promises';
import path from 'node:path';

/** Files that are shown only to those who may see them; nothing in here is served by itself. */
const ROOT = path.join(/* turbopackIgnore: true */ process.cwd(), 'content');

export type PrivateFolder = 'videos' | 'materials';

export interface PrivateFile {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly modifiedAt: Date;
}

// No separator, no leading dot: whatever is stored, the file lies directly in its folder.
const NAME = /^[a-z0-9][a-z0-9._-]{0,99}$/i;

/** A file of a private folder by its stored path, of which only the last part counts; undefined when it is not there. */
export async function findPrivateFile(folder: PrivateFolder, stored: string): Promise<PrivateFile | undefined> {
  const name = path.posix.basename(stored);
  if (!NAME.test(name)) return undefined;
  const file = path.join(/* turbopackIgnore: true */ ROOT, folder, name);
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? { path: file, name, size: found.size, modifiedAt: found.mtime } : undefined;
}
