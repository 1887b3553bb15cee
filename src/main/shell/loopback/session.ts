import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The secrets of one run. Three different ones: knowing one of them does not give another. */
export type Session = {
  /** for the one-time address */
  readonly startToken: string;
  /** sent by the page with each call */
  readonly pageToken: string;
  /** exchanges the start token, once, for the Set-Cookie header; null if it is wrong or used */
  readonly redeem: (token: string | null) => string | null;
  readonly hasCookie: (cookies: string | undefined) => boolean;
  readonly hasPageToken: (token: string | readonly string[] | undefined) => boolean;
};

/** Takes the same time whatever the difference, also in length. */
const same = (given: string, expected: string): boolean =>
  timingSafeEqual(
    createHash('sha256').update(given).digest(),
    createHash('sha256').update(expected).digest(),
  );

const secret = (): string => randomBytes(32).toString('base64url');

export const createSession = (): Session => {
  const startToken = secret();
  const pageToken = secret();
  const cookie = secret();
  // browsers keep cookies per host, not per port: two runs at once must not overwrite each other's
  const cookieName = `clientele-${randomBytes(8).toString('hex')}`;
  let used = false;
  return {
    startToken,
    pageToken,
    redeem: (token) => {
      const right = token !== null && same(token, startToken);
      if (!right || used) return null;
      used = true;
      return `${cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict`;
    },
    hasCookie: (cookies) =>
      (cookies ?? '').split(';').some((each) => {
        const [name, ...value] = each.trim().split('=');
        return name === cookieName && same(value.join('='), cookie);
      }),
    hasPageToken: (token) => typeof token === 'string' && same(token, pageToken),
  };
};
