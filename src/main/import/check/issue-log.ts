import type { AnyField, Issue, IssueCode } from '../../../shared/model/importing.ts';

/** The first of each kind are kept to be shown; all are counted. */
const KEPT_PER_CODE = 5000;
const LONGEST_VALUE = 200;

export type IssueText = {
  readonly row: number;
  readonly field: AnyField | null;
  readonly code: IssueCode;
  readonly value: string;
  readonly message: string;
};

/** Where issues and what is left out are gathered. */
export type IssueSink = {
  readonly issues: Issue[];
  readonly issueCounts: Partial<Record<IssueCode, number>>;
  leftOut: number;
  leftOutMinor: number;
};

/** What is wrong with records, gathered into the chunk that is being made. */
export class IssueLog {
  readonly #counts = new Map<IssueCode, number>();
  #sink: IssueSink = { issues: [], issueCounts: {}, leftOut: 0, leftOutMinor: 0 };

  begin(sink: IssueSink): void {
    this.#sink = sink;
  }

  /** The record stays in, or is counted as left out by the caller. */
  note({ row, field, code, value, message }: IssueText, leftOut: boolean): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    this.#sink.issueCounts[code] = (this.#sink.issueCounts[code] ?? 0) + 1;
    if (count > KEPT_PER_CODE) return;
    const issue: Issue = { row, column: field, code, value: value.slice(0, LONGEST_VALUE), message, leftOut };
    this.#sink.issues.push(issue);
  }

  /** The record is left out, with what of its money can be read. */
  leave(text: IssueText, amountMinor: number): void {
    this.note(text, true);
    this.#sink.leftOut++;
    this.#sink.leftOutMinor += amountMinor;
  }
}
