import type { Field, Issue, IssueCode } from '../../../shared/model/importing.ts';
import { LineBuffer } from './line-chunk.ts';

/** The first of each kind are kept to be shown; all are counted. */
const KEPT_PER_CODE = 5000;
const LONGEST_VALUE = 200;

export type IssueText = {
  readonly row: number;
  readonly field: Field | null;
  readonly code: IssueCode;
  readonly value: string;
  readonly message: string;
};

/** What is wrong with records, gathered into the chunk that is being made. */
export class IssueLog {
  readonly #counts = new Map<IssueCode, number>();
  #chunk = new LineBuffer();

  begin(chunk: LineBuffer): void {
    this.#chunk = chunk;
  }

  /** The record stays in, or is counted as left out by the caller. */
  note({ row, field, code, value, message }: IssueText, leftOut: boolean): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    this.#chunk.issueCounts[code] = (this.#chunk.issueCounts[code] ?? 0) + 1;
    if (count > KEPT_PER_CODE) return;
    const issue: Issue = { row, column: field, code, value: value.slice(0, LONGEST_VALUE), message, leftOut };
    this.#chunk.issues.push(issue);
  }

  /** The record is left out, with what of its money can be read. */
  leave(text: IssueText, amountMinor: number): void {
    this.note(text, true);
    this.#chunk.leftOut++;
    this.#chunk.leftOutMinor += amountMinor;
  }
}
