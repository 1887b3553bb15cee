import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';

/** A leaf of a value and the way to it. */
type Piece = { readonly path: readonly string[]; readonly value: unknown };

/** Objects within objects are taken apart this deep; lists and columns are never. */
const DEPTH = 2;
/** Taking pieces stops for other work after this long. */
const TURN_MS = 8;

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const piecesOf = (value: unknown, path: readonly string[] = []): Piece[] =>
  isPlain(value) && path.length < DEPTH && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([name, each]) => piecesOf(each, [...path, name]))
    : [{ path, value }];

/** Sends a large value in pieces. @returns how many */
export const sendPieces = (port: MessagePort, value: unknown): number => {
  const pieces = piecesOf(value);
  for (const piece of pieces) port.postMessage(piece);
  return pieces.length;
};

/**
 * Takes a value that lies in pieces on a port nobody listens on. To read a hundred thousand names in one go would
 * keep this thread from everything else for too long; between the pieces it answers who else asks.
 */
export const takePieces = async (port: MessagePort, count: number): Promise<unknown> => {
  const root: { value?: unknown } = {};
  let turn = performance.now();
  for (let taken = 0; taken < count; taken++) {
    const { path, value } = (receiveMessageOnPort(port) as { message: Piece }).message;
    put(root, ['value', ...path], value);
    if (performance.now() - turn < TURN_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    turn = performance.now();
  }
  return root.value;
};

const put = (target: Record<string, unknown>, [name, ...rest]: readonly string[], value: unknown): void => {
  if (name === undefined) return;
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  target[name] ??= {};
  put(target[name] as Record<string, unknown>, rest, value);
};
