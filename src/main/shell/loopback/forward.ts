import { ORPCError } from '@orpc/client';
import { type AnyContractRouter, isContractProcedure, oc } from '@orpc/contract';
import { type AnyRouter, implement } from '@orpc/server';
import type { AppEvent } from '../../../shared/contract/events.ts';
import type { Client } from '../../../shared/contract/index.ts';
import { RESTARTED } from '../../engine/supervise.ts';

type CallOptions = { readonly signal: AbortSignal | undefined; readonly lastEventId: string | undefined };

/** Calls one procedure of the engine that runs now. */
export type Call = (path: readonly string[], input: unknown, options: CallOptions) => Promise<unknown>;

/**
 * A router with every procedure of the contract, each of which only calls on. Input and output are not checked here:
 * the engine does, and a hundred thousand points need not be checked twice.
 */
export const forwardingRouter = (
  contract: AnyContractRouter,
  call: Call,
  path: readonly string[] = [],
): AnyRouter => {
  if (isContractProcedure(contract)) {
    return implement(oc.errors(contract['~orpc'].errorMap)).handler(({ input, signal, lastEventId }) =>
      call(path, input, { signal, lastEventId }),
    );
  }
  return Object.fromEntries(
    Object.entries(contract).map(([name, inner]) => [name, forwardingRouter(inner, call, [...path, name])]),
  );
};

type Procedure = (input: unknown, options: CallOptions) => Promise<unknown>;

const procedureOf = (client: Client, path: readonly string[]): Procedure => {
  let found: unknown = client;
  // oRPC's client is a proxy: every property of it is a procedure or an area
  for (const name of path) found = (found as Readonly<Record<string, unknown>>)[name];
  return found as Procedure;
};

const wasAborted = (options: CallOptions): boolean => options.signal?.aborted === true;

/** What a call that was under way says when its engine has died. */
export const restartedError = (): ORPCError<'ENGINE_RESTARTED', undefined> =>
  new ORPCError('ENGINE_RESTARTED', { status: 503, message: RESTARTED });

/** One stream for the window's whole life: when the engine dies, it says so and goes on with the next one. */
async function* watchAcrossRestarts(
  client: () => Promise<Client>,
  signal?: AbortSignal,
): AsyncGenerator<AppEvent> {
  const left = (): boolean => signal?.aborted === true;
  while (!left()) {
    const options = signal === undefined ? {} : { signal };
    try {
      yield* await (await client()).events.watch(undefined, options);
      return;
    } catch (error) {
      // an error of the engine's own is passed on; a port that closed under the call is a death
      if (error instanceof ORPCError || left()) throw error;
    }
    // waits until the next engine runs, or throws when none is started any more
    await client();
    yield { type: 'restarted', sentence: RESTARTED };
  }
}

/** Calls over the supervisor's client, whichever engine is behind it. */
export const callEngine =
  (client: () => Promise<Client>): Call =>
  async (path, input, options) => {
    if (path.join('.') === 'events.watch') return watchAcrossRestarts(client, options.signal);
    try {
      return await procedureOf(await client(), path)(input, options);
    } catch (error) {
      if (error instanceof ORPCError || wasAborted(options)) throw error;
      throw restartedError();
    }
  };
