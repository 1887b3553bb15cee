import { Problem } from '../../../../shared/model/problem.ts';
import { InflationGuard } from '../archive/inflation-guard.ts';
import { ZipFile } from '../archive/zip.ts';
import { OdsRows } from './ods-rows.ts';
import { OdsStyles } from './ods-styles.ts';
import { attribute, type XmlEvents, XmlScan } from './xml-scan.ts';

export type OdsSheet = { readonly name: string; readonly hidden: boolean; readonly index: number };

const MOST_SHEETS = 1000;

/**
 * An OpenDocument spreadsheet (.ods) read part by part, like the .xlsx one and under the same caps: its content is gone
 * through once for sheets and styles and once for the rows of a sheet. styles.xml may be missing (ODF 1.3, part 2, 3.1).
 */
export class OdsFile {
  readonly sheets: readonly OdsSheet[];
  readonly #path: string;
  readonly #name: string;
  readonly #styles: OdsStyles;

  private constructor(path: string, name: string, sheets: readonly OdsSheet[], styles: OdsStyles) {
    this.#path = path;
    this.#name = name;
    this.sheets = sheets;
    this.#styles = styles;
  }

  static async open(zip: ZipFile, path: string, name: string): Promise<OdsFile> {
    await refuseSecret(zip, name);
    const styles = new OdsStyles();
    await scanPart(zip, 'styles.xml', name, styles);
    const list = new SheetList(styles);
    await scanPart(zip, 'content.xml', name, list);
    const sheets = list.sheets();
    if (sheets.length === 0)
      throw new Problem(`${name} is a document, not a table; export the sales as CSV.`);
    return new OdsFile(path, name, sheets, styles);
  }

  /** The rows of a sheet in order, blank ones left out, each with its number and its cells from column A on. */
  async eachRow(sheet: OdsSheet, take: (row: number, cells: readonly string[]) => void): Promise<void> {
    const zip = await ZipFile.open(this.#path, this.#name, new InflationGuard(this.#name));
    const rows = new OdsRows(this.#name, sheet.index, this.#styles, take);
    await scanPart(zip, 'content.xml', this.#name, rows);
  }
}

const scanPart = async (zip: ZipFile, part: string, name: string, events: XmlEvents): Promise<void> => {
  const entry = zip.find(part);
  if (!entry) return;
  const scan = new XmlScan(name, events);
  const decoder = new TextDecoder();
  for await (const piece of zip.read(entry)) scan.feed(decoder.decode(piece, { stream: true }));
};

const refuseSecret = async (zip: ZipFile, name: string): Promise<void> => {
  const manifest = zip.find('META-INF/manifest.xml');
  if (manifest && (await zip.bytes(manifest)).includes('encryption-data'))
    throw new Problem(
      `${name} is protected by a password; open it in LibreOffice, save it without one and try again.`,
    );
};

/** The sheets of a document in order, with its own styles on the way. Copies of sheets of other files are none. */
class SheetList implements XmlEvents {
  readonly #styles: OdsStyles;
  readonly #found: { name: string; style: string | null; isCopy: boolean }[] = [];
  #depth = 0;

  constructor(styles: OdsStyles) {
    this.#styles = styles;
  }

  readonly open = (tag: string, attributes: string): void => {
    this.#styles.open(tag, attributes);
    const current = this.#found.at(-1);
    if (tag === 'table-source' && this.#depth > 0 && current) current.isCopy = true;
    if (tag !== 'table' || this.#depth++ > 0 || this.#found.length >= MOST_SHEETS) return;
    const name = attribute(attributes, 'name') ?? `Sheet${this.#found.length + 1}`;
    this.#found.push({ name, style: attribute(attributes, 'style-name'), isCopy: false });
  };

  readonly close = (tag: string): void => {
    this.#styles.close(tag);
    if (tag === 'table') this.#depth--;
  };

  readonly text = (raw: string): void => this.#styles.text(raw);

  sheets(): OdsSheet[] {
    return this.#found.flatMap(({ name, style, isCopy }, index) =>
      isCopy ? [] : [{ name, hidden: this.#styles.hides(style), index }],
    );
  }
}
