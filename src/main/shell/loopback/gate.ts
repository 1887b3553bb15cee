import type { IncomingMessage } from 'node:http';
import { isPlainPath } from '../static-file.ts';
import type { Session } from './session.ts';

export type Refusal = { readonly status: 403 | 404 | 405; readonly sentence: string };

/** What a request that is let through asks for. */
export type Passage =
  | { readonly to: 'start'; readonly token: string | null; readonly sameSite: boolean }
  | { readonly to: 'page' }
  | { readonly to: 'file'; readonly pathname: string }
  | { readonly to: 'rpc' }
  | { readonly to: 'receive'; readonly name: string };

export type Decision =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'passed'; readonly passage: Passage };

type Head = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'rawHeaders'>;

const FORBIDDEN =
  'This address belongs to Clientele on this computer. Open it with the link that Clientele printed when it started.';

const refused = (status: Refusal['status'], sentence: string): Decision => ({
  kind: 'refused',
  refusal: { status, sentence },
});
const forbidden = (): Decision => refused(403, FORBIDDEN);
const notFound = (): Decision => refused(404, 'There is nothing at this address.');
const passed = (passage: Passage): Decision => ({ kind: 'passed', passage });

/** How often a header was sent; Node keeps only the first of two Host lines. */
const times = (head: Head, name: string): number =>
  head.rawHeaders.filter((each, index) => index % 2 === 0 && each.toLowerCase() === name).length;

const isRead = (head: Head): boolean => head.method === 'GET' || head.method === 'HEAD';

/** The answer by the request's head alone, before a byte of its body is read. */
export const decide = (head: Head, port: number, session: Session): Decision => {
  const host = head.headers.host ?? '';
  const ours = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (times(head, 'host') !== 1 || !ours.includes(host)) return forbidden();

  const target = head.url ?? '';
  if (!target.startsWith('/')) return forbidden();
  const site = head.headers['sec-fetch-site'];
  const { origin } = head.headers;
  const ownOrigin = origin === `http://${host}` && times(head, 'origin') === 1;
  if (!isRead(head) && !(ownOrigin && (site === undefined || site === 'same-origin'))) return forbidden();
  if (origin !== undefined && !ownOrigin) return forbidden();

  const [pathname = '', query = ''] = target.split(/\?(.*)/s);
  if (pathname !== '/' && !isPlainPath(pathname)) return notFound();

  const parameters = new URLSearchParams(query);
  if (pathname === '/start') {
    if (head.method !== 'GET') return refused(405, 'This address can only be opened.');
    // a browser that fetches ahead of the owner must not use the link up
    if (`${head.headers['sec-purpose'] ?? head.headers.purpose ?? ''}`.includes('prefetch'))
      return forbidden();
    const sameSite = site === undefined || site === 'none' || site === 'same-origin';
    return passed({ to: 'start', token: parameters.get('token'), sameSite });
  }

  // another program's page on this machine is "same-site" and would be sent the cookie
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return forbidden();
  if (!session.hasCookie(head.headers.cookie)) return forbidden();

  const call = pathname.startsWith('/rpc/');
  if (call || pathname === '/receive') {
    if (!session.hasPageToken(head.headers['x-clientele-token'])) return forbidden();
    if (head.method !== 'POST') return refused(405, 'This address can only be posted to.');
    return passed(call ? { to: 'rpc' } : { to: 'receive', name: parameters.get('name') ?? '' });
  }
  if (!isRead(head)) return refused(405, 'This address can only be read.');
  return passed(pathname === '/' || pathname === '/index.html' ? { to: 'page' } : { to: 'file', pathname });
};
