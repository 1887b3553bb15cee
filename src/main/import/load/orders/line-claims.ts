import type { Connection } from '../../../database/connection.ts';

/** A run of line ids, both ends included. */
export type IdRange = { readonly first: number; readonly last: number };

/** Gathers the lines a batch brings, as runs of consecutive ids. */
export class ClaimRanges {
  readonly #closed: IdRange[] = [];
  #first = 0;
  #last = -1;

  add(id: number): void {
    if (this.#last >= 0 && id === this.#last + 1) {
      this.#last = id;
      return;
    }
    this.#close();
    this.#first = this.#last = id;
  }

  write(db: Connection, batch: number): void {
    this.#close();
    for (const { first, last } of merge(this.#closed))
      db.execute('INSERT INTO line_claim VALUES (?,?,?)', batch, first, last);
  }

  #close(): void {
    if (this.#last >= 0) this.#closed.push({ first: this.#first, last: this.#last });
    this.#last = -1;
  }
}

/** Runs in ascending order, those that touch or overlap made one. */
export const merge = (ranges: readonly IdRange[]): IdRange[] => {
  const merged: { first: number; last: number }[] = [];
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const end = merged.at(-1);
    if (end && range.first <= end.last + 1) end.last = Math.max(end.last, range.last);
    else merged.push({ ...range });
  }
  return merged;
};

/** The parts of `ranges` that no run of `others` covers. */
export const subtract = (ranges: readonly IdRange[], others: readonly IdRange[]): IdRange[] => {
  const left: IdRange[] = [];
  const cover = merge(others);
  let at = 0;
  for (const range of merge(ranges)) {
    let first = range.first;
    while (at < cover.length && cover[at]!.last < first) at++;
    for (let i = at; i < cover.length && cover[i]!.first <= range.last; i++) {
      if (cover[i]!.first > first) left.push({ first, last: cover[i]!.first - 1 });
      first = Math.max(first, cover[i]!.last + 1);
    }
    if (first <= range.last) left.push({ first, last: range.last });
  }
  return left;
};

export const claimsOf = (db: Connection, batch: number): IdRange[] =>
  db.rows<IdRange>(
    'SELECT first_id AS first, last_id AS last FROM line_claim WHERE batch_id = ? ORDER BY first_id',
    batch,
  );

export const claimsOfOthers = (db: Connection, batch: number): IdRange[] =>
  merge(
    db.rows<IdRange>('SELECT first_id AS first, last_id AS last FROM line_claim WHERE batch_id <> ?', batch),
  );
