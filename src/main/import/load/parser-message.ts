import type { LineChunk } from '../check/line-chunk.ts';
import type { FileTail } from '../check/row-check.ts';

export type ParserMessage =
  | { readonly kind: 'chunk'; readonly chunk: LineChunk }
  | { readonly kind: 'tail'; readonly tail: FileTail }
  | { readonly kind: 'problem'; readonly sentence: string };
