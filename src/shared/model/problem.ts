/**
 * The input or a file is at fault, not the program: `message` is one plain sentence for the owner that says what,
 * where and what to do. Every shell shows it unchanged (the command line with exit code 1).
 */
export class Problem extends Error {
  override readonly name = 'Problem';
}
