import { AsyncLocalStorage } from 'node:async_hooks';

const asking = new AsyncLocalStorage<AbortSignal>();
const FOREVER = new AbortController().signal;

/** The signal by which whoever made the call that is being answered says that they no longer wait. */
export const askedSignal = (): AbortSignal => asking.getStore() ?? FOREVER;

/** Answers a call; what it asks of others knows by {@link askedSignal} until when. */
export const answering = <T>(signal: AbortSignal | undefined, answer: () => T): T =>
  asking.run(signal ?? FOREVER, answer);
