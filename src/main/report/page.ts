import { createHash } from 'node:crypto';
import type { ReviewContent } from '../../shared/model/review.ts';
import { firstPage } from './first-page.ts';
import { type Formats, formats } from './format.ts';
import { type Html, html } from './html.ts';
import { furtherPage, morePages } from './more-pages.ts';
import { secondPage } from './second-page.ts';
import { SHEETS, type Sheet } from './sheet.ts';
import { stylesFor } from './styles.ts';
import { tillPages } from './till.ts';

export type PageOptions = {
  /** of the content security policy under which the page is shown; a page written to a file needs none */
  readonly nonce?: string | undefined;
};

const NONCE = /^[A-Za-z0-9+/_-]+={0,2}$/;

/**
 * The printable review: two pages of A4 or Letter, in its long form more, as one HTML document without scripts or outside resources.
 * @throws RangeError when the nonce is not base64
 */
export const reviewPage = (content: ReviewContent, options: PageOptions = {}): string => {
  const { nonce } = options;
  if (nonce !== undefined && !NONCE.test(nonce)) throw new RangeError('a nonce must be base64');
  const sheet = SHEETS[content.paper];
  const write = formats(content.locale, content.currency);
  const styles = stylesFor(sheet);
  // The file stays harmless wherever it is opened: it may load nothing and run nothing, whatever a name in it contains.
  const source =
    nonce === undefined ? `sha256-${createHash('sha256').update(styles).digest('base64')}` : `nonce-${nonce}`;
  const title = `${content.businessName.trim() || 'Your business'} – portfolio review as of ${write.longDay(content.asOf)}`;
  const body = html`<main>${content.till ? tillPages(content, content.till, sheet, write) : pagesOf(content, sheet, write)}</main>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${source}'">
<meta name="viewport" content="width=device-width">
<meta name="generator" content="Clientele">
<title>${title}</title>
<style${nonce === undefined ? null : html` nonce="${nonce}"`}>${{ markup: styles }}</style>
</head>
<body>${body}</body>
</html>
`.markup;
};

const pagesOf = (content: ReviewContent, sheet: Sheet, write: Formats): Html => {
  const more = content.form === 'long' ? morePages(content, sheet, write) : [];
  const pages = 2 + more.length;
  return html`${firstPage(content, sheet, pages, write)}${secondPage(content, sheet, pages, write)}${more.map((body, k) => furtherPage(content, body, k + 3, pages, write))}`;
};
