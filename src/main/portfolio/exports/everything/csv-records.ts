const QUOTE = 34;
const COMMA = 44;
const LINE_FEED = 10;

/**
 * The records of a CSV that this app wrote: UTF-8, comma, CRLF, quotes where they are needed.
 * @param pieces bytes, cut anywhere
 */
export async function* csvRecords(pieces: AsyncIterable<Buffer>): AsyncGenerator<string[], undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const piece of pieces) {
    const text = rest + decoder.decode(piece, { stream: true });
    const end = yield* wholeRecords(text);
    rest = text.slice(end);
  }
  if (rest !== '') throw new RangeError('the last record does not end');
  return undefined;
}

/** @returns where the first record begins that does not end in the text */
function* wholeRecords(text: string): Generator<string[], number> {
  let done = 0;
  let cells: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (code === COMMA) {
      cells.push(plain(text.slice(from, at)));
      from = at + 1;
    } else if (code === LINE_FEED) {
      cells.push(plain(text.slice(from, at - 1)));
      yield cells;
      cells = [];
      from = done = at + 1;
    }
  }
  return done;
}

const plain = (cell: string): string =>
  cell.charCodeAt(0) === QUOTE ? cell.slice(1, -1).replaceAll('""', '"') : cell;
