import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fillPage, newNonce, securityHeaders } from '../page.ts';
import type { StaticFile } from '../static-file.ts';

type Headers = Readonly<Record<string, string>>;

/** What a browser gets in exchange for the one-time address. */
export type Entry = { readonly cookie: string; readonly token: string };

const hasBody = (request: IncomingMessage): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

export const setSecurityHeaders = (response: ServerResponse, nonce: string | null = null): void => {
  for (const [name, value] of Object.entries(securityHeaders(nonce))) response.setHeader(name, value);
};

const send = (
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Headers,
  body: string,
): void => {
  if (response.headersSent || response.destroyed) return;
  // what is left of a body nobody reads must not be taken for the next request
  const unread = hasBody(request) && !request.complete ? { connection: 'close' } : {};
  response.writeHead(status, { ...headers, ...unread, 'content-length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
};

export const sendSentence = (
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  sentence: string,
): void => {
  setSecurityHeaders(response);
  send(request, response, status, { 'content-type': 'text/plain; charset=utf-8' }, `${sentence}\n`);
};

export const sendJson = (
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  value: unknown,
): void => {
  setSecurityHeaders(response);
  send(
    request,
    response,
    status,
    { 'content-type': 'application/json; charset=utf-8' },
    JSON.stringify(value),
  );
};

/**
 * The way from the one-time address to the app. The token of the calls travels once, in the fragment, which the page
 * keeps for its own origin: a cookie goes to every port of 127.0.0.1, so it must not be enough to learn the token.
 * @param entry null where the browser has both already
 */
export const sendIn = (
  request: IncomingMessage,
  response: ServerResponse,
  entry: Entry | null,
  sameSite: boolean,
): void => {
  setSecurityHeaders(response);
  const headers = entry === null ? {} : { 'set-cookie': entry.cookie };
  const location = entry === null ? '/' : `/#token=${entry.token}`;
  if (sameSite) {
    send(request, response, 303, { ...headers, location }, '');
    return;
  }
  // a link followed from another page: a redirect would not carry a SameSite=Strict cookie, a page of ours does
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${location}"><title>Clientele</title><p><a href="${location}">Open Clientele</a></p></html>`;
  send(request, response, 200, { ...headers, 'content-type': 'text/html; charset=utf-8' }, html);
};

export const sendPage = async (
  request: IncomingMessage,
  response: ServerResponse,
  rendererFolder: string,
): Promise<void> => {
  const html = await readFile(join(rendererFolder, 'index.html'), 'utf8');
  const nonce = newNonce();
  setSecurityHeaders(response, nonce);
  send(request, response, 200, { 'content-type': 'text/html; charset=utf-8' }, fillPage(html, nonce));
};

export const sendFile = async (
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
): Promise<void> => {
  setSecurityHeaders(response);
  response.writeHead(200, { 'content-type': file.type });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file.path), response);
};

const MALFORMED: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** What no request handler sees – a head that cannot be read, a wish that is not known – is refused with the same headers. */
export const answerMalformed = (server: Server): void => {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const headers = { ...securityHeaders(null), connection: 'close', 'content-length': '0' };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${MALFORMED[error.code ?? ''] ?? '400 Bad Request'}\r\n${lines.join('')}\r\n`);
  });
  server.on('checkExpectation', (request, response) =>
    sendSentence(request, response, 417, 'Clientele does not know what this request expects.'),
  );
};
