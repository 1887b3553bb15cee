import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceRef } from '../../shared/contract/importing.ts';
import type { ImportOptions } from '../../shared/model/importing.ts';
import { Problem } from '../../shared/model/problem.ts';

/** A file that has been looked at and may be committed. */
export type Previewed = { readonly path: string; readonly name: string; readonly options: ImportOptions };

/** What the window handed over to be imported, from the first look until it is taken in or the window goes. */
export class Sources {
  readonly #dataFolder: string;
  readonly #previews = new Map<string, Previewed>();
  /** copies of pasted cells: they go with the window */
  readonly #pasted = new Set<string>();

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
  }

  keepPreview(preview: Previewed): string {
    const id = randomUUID();
    this.#previews.set(id, preview);
    return id;
  }

  previewed(id: string): Previewed {
    const preview = this.#previews.get(id);
    if (!preview) throw new Problem('This preview is no longer there; choose the file again.');
    return preview;
  }

  /** The file behind a reference the shell gave out. Only files it received can be named, never a path. */
  source(ref: SourceRef): { path: string; name: string } {
    const folder = join(this.#dataFolder, 'received');
    if (ref.kind === 'pasted') {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, randomUUID().replaceAll('-', ''));
      writeFileSync(path, ref.text, { mode: 0o600 });
      this.#pasted.add(path);
      return { path, name: 'Pasted cells' };
    }
    if (!/^[0-9a-f]{32}$/.test(ref.id)) throw new Problem('This file was not received; choose it again.');
    const path = join(folder, ref.id);
    if (!existsSync(path) || !existsSync(`${path}.json`))
      throw new Problem('This file is no longer there; choose it again.');
    const { name } = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as { name: string };
    return { path, name };
  }

  /** A received file has done its service: it holds personal data and goes at once. */
  forget(preview: Previewed): void {
    rmSync(preview.path, { force: true });
    rmSync(`${preview.path}.json`, { force: true });
    for (const [id, each] of this.#previews) if (each.path === preview.path) this.#previews.delete(id);
  }

  /** Deletes what was pasted. */
  end(): void {
    for (const path of this.#pasted) rmSync(path, { force: true });
  }
}
