/** Why a file or the machine refuses, where that is known. */
export const PROBLEM_CODES = [
  'full',
  'in-use',
  'read-only',
  'unwritable',
  'missing',
  'damaged',
  'newer',
  'older',
  'not-a-portfolio',
  'impossible-path',
  'too-many-open',
  'no-memory',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/**
 * The input or a file is at fault, not the program: `message` is one plain sentence for the owner that says what,
 * where and what to do. Every shell shows it as it stands (the command line with exit code 1).
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode | null;

  constructor(
    sentence: string,
    { code = null, ...options }: ErrorOptions & { code?: ProblemCode | null } = {},
  ) {
    super(sentence, options);
    this.code = code;
  }
}
