import { randomBytes } from 'node:crypto';

/** The placeholder which the build leaves in index.html. */
const NONCE = '__CSP_NONCE__';

/** Nothing from elsewhere, no inline script; a style needs the response's own nonce. */
export const contentSecurityPolicy = (nonce: string | null): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The headers of every response of both shells; a page has a nonce, a file has none. */
export const securityHeaders = (nonce: string | null): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(nonce),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
  'cache-control': 'no-store',
});

export const newNonce = (): string => randomBytes(18).toString('base64url');

export const fillPage = (html: string, nonce: string): string => html.replaceAll(NONCE, nonce);
