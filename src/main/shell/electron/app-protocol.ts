import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillPage, newNonce, securityHeaders } from '../page.ts';
import { findStaticFile } from '../static-file.ts';

export const SCHEME = 'app';
export const ORIGIN = `${SCHEME}://clientele`;
export const START_PAGE = `${ORIGIN}/`;

/** Its own scheme instead of file://, whose pages may read any file. */
export const SCHEME_PRIVILEGES = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
} as const;

/** The path as it was written, so that nothing decodes it before it is judged. */
const pathOf = (url: string): string | null =>
  /^app:\/\/clientele(\/[^?#]*)?(?:[?#]|$)/.exec(url)?.[1] ?? null;

const plain = (status: number, sentence: string): Response =>
  new Response(`${sentence}\n`, {
    status,
    headers: { ...securityHeaders(null), 'content-type': 'text/plain; charset=utf-8' },
  });

const page = async (rendererFolder: string): Promise<Response> => {
  const nonce = newNonce();
  const html = await readFile(join(rendererFolder, 'index.html'), 'utf8');
  return new Response(fillPage(html, nonce), {
    headers: { ...securityHeaders(nonce), 'content-type': 'text/html; charset=utf-8' },
  });
};

/** Answers the window's requests: the page and the files of its own folder, and nothing else. */
export const appProtocol =
  (rendererFolder: string) =>
  async (request: Pick<Request, 'method' | 'url'>): Promise<Response> => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return plain(405, 'This address can only be read.');
    const pathname = pathOf(request.url);
    if (pathname === '/' || pathname === '/index.html') return page(rendererFolder);
    const file = pathname === null ? null : await findStaticFile(rendererFolder, pathname);
    // a page without its nonce would be of no use
    if (file === null || file.type.startsWith('text/html'))
      return plain(404, 'There is nothing at this address.');
    return new Response(await readFile(file.path), {
      headers: { ...securityHeaders(null), 'content-type': file.type },
    });
  };
