import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fillPage, newNonce, securityHeaders } from '../page.ts';
import type { StaticFile } from '../static-file.ts';

type Headers = Readonly<Record<string, string>>;

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

/** The way from the one-time address to the app, with the cookie. */
export const sendIn = (
  request: IncomingMessage,
  response: ServerResponse,
  cookie: string | null,
  sameSite: boolean,
): void => {
  setSecurityHeaders(response);
  const headers = cookie === null ? {} : { 'set-cookie': cookie };
  if (sameSite) {
    send(request, response, 303, { ...headers, location: '/' }, '');
    return;
  }
  // a link followed from another page: a redirect would not carry a SameSite=Strict cookie, a page of ours does
  const html =
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=/"><title>Clientele</title><p><a href="/">Open Clientele</a></p></html>';
  send(request, response, 200, { ...headers, 'content-type': 'text/html; charset=utf-8' }, html);
};

export const sendPage = async (
  request: IncomingMessage,
  response: ServerResponse,
  rendererFolder: string,
  token: string,
): Promise<void> => {
  const html = await readFile(join(rendererFolder, 'index.html'), 'utf8');
  const nonce = newNonce();
  setSecurityHeaders(response, nonce);
  send(request, response, 200, { 'content-type': 'text/html; charset=utf-8' }, fillPage(html, nonce, token));
};

export const sendFile = async (
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
): Promise<void> => {
  setSecurityHeaders(response);
  response.writeHead(200, { 'content-type': file.type, 'cache-control': 'private, max-age=3600' });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file.path), response);
};
