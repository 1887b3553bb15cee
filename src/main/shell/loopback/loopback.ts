import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import { type Client, contract } from '../../../shared/contract/index.ts';
import { Problem } from '../../../shared/model/problem.ts';
import type { EngineOptions } from '../../engine/options.ts';
import { engineThread, type Notice, supervise } from '../../engine/supervise.ts';
import { asProblem } from '../../system-fault.ts';
import { ownFolder, sweepLeftovers } from '../leftovers.ts';
import { createInbox, type Inbox, MOST_BYTES, ReceiveError } from '../received.ts';
import { ensureRenderer } from '../start/build.ts';
import { findStaticFile } from '../static-file.ts';
import { boundConnections } from './connections.ts';
import { callEngine, forwardingRouter } from './forward.ts';
import { decide, type Passage } from './gate.ts';
import {
  answerMalformed,
  sendFile,
  sendIn,
  sendJson,
  sendPage,
  sendSentence,
  setSecurityHeaders,
} from './respond.ts';
import { createSession, type Session } from './session.ts';

/** Pasted cells are the largest input of a call: 50 million characters, up to three bytes each. */
const CALL_BYTES = 160 * 2 ** 20;
/** A browser opens six to one address, one more for each stream of events. */
const MOST_CONNECTIONS = 64;
/** How long the body of a call may take, and how long an upload may stand still. */
const BODY_MS = 30_000;

export type LoopbackOptions = {
  /** a free one if left out */
  readonly port?: number;
  /** opens the app in the owner's browser, where wanted */
  readonly openBrowser?: ((url: string) => void) | undefined;
  readonly engineOptions: EngineOptions;
  readonly rendererFolder: string;
  /** a file that calls `runEngine`; the app's own engine if left out */
  readonly engineEntry?: URL;
};

export type Loopback = {
  /** the one-time address: good for one browser */
  readonly url: string;
  readonly origin: string;
  /** the shell's own client, for what is to be done at the start; ask for it anew for each call */
  readonly client: () => Promise<Client>;
  readonly onNotice: (listener: (notice: Notice) => void) => () => void;
  readonly close: () => Promise<void>;
};

type Parts = {
  readonly session: Session;
  readonly rendererFolder: string;
  readonly inbox: Inbox;
  readonly call: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

const STATUS = { 'too-large': 413, 'disk-full': 507, 'not-a-file': 400, 'broken-off': 400 } as const;

const receive = async (
  request: IncomingMessage,
  response: ServerResponse,
  parts: Parts,
  name: string,
): Promise<void> => {
  try {
    if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw new ReceiveError('too-large');
    const idle = (): void => void request.destroy();
    request.socket.setTimeout(BODY_MS, idle);
    try {
      sendJson(request, response, 200, await parts.inbox.receive(name, request));
    } finally {
      request.socket.setTimeout(0).off('timeout', idle);
    }
  } catch (error) {
    if (!(error instanceof ReceiveError)) throw error;
    sendSentence(request, response, STATUS[error.fault], error.message);
  }
};

const pass = async (
  request: IncomingMessage,
  response: ServerResponse,
  parts: Parts,
  passage: Passage,
): Promise<void> => {
  if (passage.to === 'start') {
    const cookie = parts.session.redeem(passage.token);
    if (cookie !== null)
      sendIn(request, response, { cookie, token: parts.session.pageToken }, passage.sameSite);
    else if (parts.session.hasCookie(request.headers.cookie))
      sendIn(request, response, null, passage.sameSite);
    else {
      sendSentence(
        request,
        response,
        403,
        'This link was used already or is not right. Start Clientele again for a new one.',
      );
    }
  } else if (passage.to === 'page') {
    await sendPage(request, response, parts.rendererFolder);
  } else if (passage.to === 'file') {
    const file = await findStaticFile(parts.rendererFolder, passage.pathname);
    // a page without its nonce would be of no use
    if (file === null || file.type.startsWith('text/html')) {
      sendSentence(request, response, 404, 'There is nothing at this address.');
    } else await sendFile(request, response, file);
  } else if (passage.to === 'rpc') await parts.call(request, response);
  else await receive(request, response, parts, passage.name);
};

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  parts: Parts,
): Promise<void> => {
  const decision = decide(request, port, parts.session);
  if (decision.kind === 'refused') {
    sendSentence(request, response, decision.refusal.status, decision.refusal.sentence);
    return;
  }
  try {
    await pass(request, response, parts, decision.passage);
  } catch (error) {
    if (response.headersSent || response.destroyed) response.destroy();
    else {
      process.stderr.write(`clientele: ${String(error)}\n`);
      const known = asProblem(error);
      const sentence =
        known instanceof Problem ? known.message : 'Clientele could not answer. Nothing was changed.';
      sendSentence(request, response, 500, sentence);
    }
  }
};

const rpcOver = (client: () => Promise<Client>): Parts['call'] => {
  const handler = new RPCHandler(forwardingRouter(contract, callEngine(client)), {
    plugins: [new BodyLimitPlugin({ maxBodySize: CALL_BYTES })],
  });
  return async (request, response) => {
    setSecurityHeaders(response);
    const late = setTimeout(() => request.destroy(), BODY_MS);
    request.once('end', () => clearTimeout(late)).once('close', () => clearTimeout(late));
    const { matched } = await handler.handle(request, response, { prefix: '/rpc', context: {} });
    if (!matched) sendSentence(request, response, 404, 'There is nothing at this address.');
  };
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is in use by another program.`) : error),
    );
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const shut = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/**
 * The app in a browser on this machine: an HTTP server that only this machine can reach and only the browser with
 * the one-time address may use.
 * @throws with a sentence if the engine cannot be started or the port is taken
 */
export const startLoopback = async (options: LoopbackOptions): Promise<Loopback> => {
  await ensureRenderer(options.rendererFolder);
  const { dataFolder } = options.engineOptions;
  await ownFolder(dataFolder);
  const engine = supervise(() => engineThread(options.engineEntry), options.engineOptions);
  const session = createSession();
  const inbox = createInbox(dataFolder);
  const parts: Parts = {
    session,
    rendererFolder: options.rendererFolder,
    inbox,
    call: rpcOver(engine.client),
  };
  let bound = 0;
  const server = createServer(
    {
      maxHeaderSize: 16_384,
      headersTimeout: 10_000,
      requestTimeout: 900_000,
      connectionsCheckingInterval: 5_000,
    },
    (request, response) => void answer(request, response, bound, parts),
  );
  boundConnections(server, MOST_CONNECTIONS);
  answerMalformed(server);
  try {
    await engine.client();
    await sweepLeftovers(options.engineOptions, Date.now());
    bound = await listen(server, options.port ?? 0);
    const origin = `http://127.0.0.1:${bound}`;
    const url = `${origin}/start?token=${session.startToken}`;
    options.openBrowser?.(url);
    return {
      url,
      origin,
      client: engine.client,
      onNotice: engine.onNotice,
      close: async () => {
        await shut(server);
        await inbox.empty();
        await engine.close();
      },
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
};
