import type { FormatKind } from './cell-text.ts';
import { attribute, unescapeXml, type XmlEvents } from './xml-scan.ts';

type CellStyle = { readonly format: string | null; readonly parent: string | null };

const PLAIN: FormatKind = { kind: 'number', currency: null };
const DATA_STYLES = new Set([
  'number-style',
  'currency-style',
  'percentage-style',
  'date-style',
  'time-style',
  'text-style',
  'boolean-style',
]);
const MOST_STYLES = 100_000;
const DEEPEST = 20;

/**
 * How the cells of an OpenDocument sheet show their numbers: formats (`number:…-style`), the styles of cells that name
 * one or inherit it from another, and the styles of sheets that hide one. Fed with styles.xml and content.xml alike.
 */
export class OdsStyles implements XmlEvents {
  readonly #formats = new Map<string, FormatKind>();
  readonly #cells = new Map<string, CellStyle>();
  readonly #hiding = new Set<string>();
  #data: { readonly name: string; readonly kind: string; digits: number; symbol: string } | null = null;
  #inSymbol = false;
  #sheetStyle: string | null = null;

  readonly open = (tag: string, attributes: string): void => {
    if (DATA_STYLES.has(tag)) {
      this.#data = { name: attribute(attributes, 'name') ?? '', kind: tag, digits: 0, symbol: '' };
    } else if (tag === 'number' && this.#data) {
      const isWhole = Number(attribute(attributes, 'decimal-places') ?? 0) === 0;
      const isGrouped = attribute(attributes, 'grouping') === 'true';
      if (isWhole && !isGrouped) this.#data.digits = Number(attribute(attributes, 'min-integer-digits') ?? 0);
    } else if (tag === 'currency-symbol') this.#inSymbol = this.#data !== null;
    else if (tag === 'style') this.#style(attributes);
    else if (tag === 'table-properties' && this.#sheetStyle !== null) {
      if (attribute(attributes, 'display') === 'false') this.#hiding.add(this.#sheetStyle);
    }
  };

  readonly close = (tag: string): void => {
    if (tag === 'currency-symbol') this.#inSymbol = false;
    else if (tag === 'style') this.#sheetStyle = null;
    else if (this.#data?.kind === tag) {
      if (this.#formats.size < MOST_STYLES) this.#formats.set(this.#data.name, kindOf(this.#data));
      this.#data = null;
    }
  };

  readonly text = (raw: string): void => {
    if (this.#inSymbol && this.#data) this.#data.symbol += unescapeXml(raw);
  };

  #style(attributes: string): void {
    const name = attribute(attributes, 'name') ?? '';
    const family = attribute(attributes, 'family');
    if (family === 'table') this.#sheetStyle = name;
    if (family !== 'table-cell' || this.#cells.size >= MOST_STYLES) return;
    this.#cells.set(name, {
      format: attribute(attributes, 'data-style-name'),
      parent: attribute(attributes, 'parent-style-name'),
    });
  }

  hides(sheetStyle: string | null): boolean {
    return sheetStyle !== null && this.#hiding.has(sheetStyle);
  }

  /** The format of a style of cells, its own or the one it inherits. */
  formatOf(name: string | null): FormatKind {
    let style = name === null ? undefined : this.#cells.get(name);
    for (let depth = 0; style && depth < DEEPEST; depth++) {
      if (style.format !== null) return this.#formats.get(style.format) ?? PLAIN;
      style = style.parent === null ? undefined : this.#cells.get(style.parent);
    }
    return PLAIN;
  }
}

const kindOf = (data: {
  readonly kind: string;
  readonly digits: number;
  readonly symbol: string;
}): FormatKind => {
  if (data.kind === 'date-style') return { kind: 'date' };
  if (data.kind === 'time-style') return { kind: 'time' };
  const symbol = data.symbol.trim();
  if (symbol !== '') return { kind: 'number', currency: symbol };
  if (data.kind === 'number-style' && data.digits >= 2 && data.digits <= 15)
    return { kind: 'digits', places: data.digits };
  return PLAIN;
};
