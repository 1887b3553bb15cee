import { describe, expect, test } from 'vitest';
import { html } from '../../src/main/report/html.ts';

describe('markup from templates', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [`"onload='x`, '&quot;onload=&#39;x'],
    ['Weber & Söhne', 'Weber &amp; Söhne'],
    ['a\u0000b\u0007c', 'a b c'],
    ['half \ud800 a pair', 'half   a pair'],
    ['日本 😀 العربية', '日本 😀 العربية'],
  ])('%j is text, never markup', (text, expected) => {
    expect(html`<p title="${text}">${text}</p>`.markup).toBe(`<p title="${expected}">${expected}</p>`);
  });

  test('markup made by a template passes, also in lists; null and false are nothing', () => {
    expect(html`<ul>${[html`<li>${'<'}</li>`, html`<li>2</li>`]}${null}${false}</ul>`.markup).toBe(
      '<ul><li>&lt;</li><li>2</li></ul>',
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%s does not get onto a page', (n) => {
    expect(() => html`${n}`).toThrow(RangeError);
  });

  test('numbers are short and never -0', () => {
    expect(html`${1 / 3} ${-0} ${-0.001}`.markup).toBe('0.33 0 0');
  });
});
