import { Problem } from '../../../../shared/model/problem.ts';

/** What a scanner reports, in order. Names come without their prefix: `x:row` is `row`. */
export type XmlEvents = {
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  readonly text: (raw: string) => void;
};

const LONGEST_TAG = 1 << 20;

/**
 * Goes through XML piece by piece and keeps nothing of it. Entities are the five of XML and characters by number; a
 * document type, through which a file could define others or name files elsewhere, is refused.
 */
export class XmlScan {
  readonly #events: XmlEvents;
  readonly #name: string;
  #rest = '';

  constructor(name: string, events: XmlEvents) {
    this.#name = name;
    this.#events = events;
  }

  feed(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) {
        // an entity may go on in the next piece
        const whole = text.indexOf('&', at) < 0 ? text.length : text.lastIndexOf('&');
        if (whole > at) this.#events.text(text.slice(at, whole));
        this.#rest = text.slice(Math.max(at, whole));
        break;
      }
      if (open > at) this.#events.text(text.slice(at, open));
      const end = this.#endOfTag(text, open);
      if (end < 0) {
        this.#rest = text.slice(open);
        break;
      }
      this.#tag(text, open, end);
      at = end;
    }
    if (this.#rest.length > LONGEST_TAG) throw this.#damaged();
  }

  #tag(text: string, open: number, end: number): void {
    const kind = text.charCodeAt(open + 1);
    if (kind === QUESTION) return;
    if (kind === EXCLAMATION) {
      if (text.startsWith('<![CDATA[', open))
        this.#events.text(text.slice(open + 9, end - 3).replaceAll('&', '&amp;'));
      else if (!text.startsWith('<!--', open))
        throw new Problem(
          `${this.#name} carries a document type (DTD), which no spreadsheet needs; it was not opened.`,
        );
      return;
    }
    if (kind === SLASH) {
      this.#events.close(local(text.slice(open + 2, end - 1).trim()));
      return;
    }
    const empty = text.charCodeAt(end - 2) === SLASH;
    const inner = text.slice(open + 1, empty ? end - 2 : end - 1);
    const space = inner.search(/\s/);
    const name = local(space < 0 ? inner : inner.slice(0, space));
    this.#events.open(name, space < 0 ? '' : inner.slice(space));
    if (empty) this.#events.close(name);
  }

  /** One past the end of a tag, or −1 while the end has not come. */
  #endOfTag(text: string, open: number): number {
    const after = (mark: string): number => {
      const found = text.indexOf(mark, open);
      return found < 0 ? -1 : found + mark.length;
    };
    if (text.charCodeAt(open + 1) === EXCLAMATION) {
      if (text.startsWith('<!--', open)) return after('-->');
      if (text.startsWith('<![CDATA[', open)) return after(']]>');
      if (text.length < open + 9) return -1;
      return after('>');
    }
    if (text.charCodeAt(open + 1) === QUESTION) return after('?>');
    // a `>` inside a quoted attribute does not end the tag
    let mark = 0;
    for (let at = open + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (mark !== 0) {
        if (code === mark) mark = 0;
      } else if (code === GREATER) return at + 1;
      else if (code === DOUBLE || code === SINGLE) mark = code;
    }
    return -1;
  }

  #damaged(): Problem {
    return new Problem(
      `${this.#name} is damaged: its parts cannot be read. Export it again, or save it as CSV.`,
    );
  }
}

const EXCLAMATION = 33;
const QUESTION = 63;
const SLASH = 47;
const GREATER = 62;
const DOUBLE = 34;
const SINGLE = 39;

const local = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** The value of an attribute, by its name with or without a prefix. */
export const attribute = (attributes: string, name: string): string | null => {
  const found = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const raw = found?.[1] ?? found?.[2];
  return raw === undefined ? null : unescapeXml(raw);
};

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export const unescapeXml = (raw: string): string =>
  raw.includes('&')
    ? raw.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (all, decimal, hex, name) => {
        if (name) return NAMED[name.toLowerCase()] ?? all;
        const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
      })
    : raw;
