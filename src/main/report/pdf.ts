import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { findChromium } from './chromium.ts';
import { HeadlessError, type Trouble, withHeadlessPage } from './headless.ts';
import { pdfPages } from './pdf-pages.ts';

export type PrintOptions = {
  /** after this many milliseconds the print is given up */
  readonly timeoutMs?: number | undefined;
};

const TIMEOUT_MS = 60_000;
const INSTEAD = 'write the review as .html and print it from a browser';

const notFound = (): Error => {
  const named = process.env.CLIENTELE_CHROMIUM;
  return new Error(
    named === undefined || named === ''
      ? `No Chromium was found to make the PDF; ${INSTEAD}, or set CLIENTELE_CHROMIUM.`
      : `CLIENTELE_CHROMIUM names ${named}, which is not a program; correct it, or ${INSTEAD}.`,
  );
};

const sentence = (trouble: Trouble, chromium: string): string =>
  ({
    'not-started': `The browser at ${chromium} could not be started; set CLIENTELE_CHROMIUM to another, or ${INSTEAD}.`,
    stopped: `The browser at ${chromium} stopped before the PDF was made; set CLIENTELE_CHROMIUM to another, or ${INSTEAD}.`,
    'too-slow': `The browser did not finish the PDF in time; try again, or ${INSTEAD}.`,
    refused: `The browser at ${chromium} made no PDF; set CLIENTELE_CHROMIUM to another, or ${INSTEAD}.`,
  })[trouble];

const print = async (chromium: string, html: string, timeoutMs: number): Promise<Buffer> => {
  const answer = await withHeadlessPage(chromium, html, timeoutMs, (page) =>
    page.send('Page.printToPDF', {
      displayHeaderFooter: false,
      generateDocumentOutline: true,
      generateTaggedPDF: true,
      preferCSSPageSize: true,
      printBackground: true,
    }),
  );
  const pdf = Buffer.from(typeof answer.data === 'string' ? answer.data : '', 'base64');
  if (pdf.subarray(0, 4).toString('latin1') !== '%PDF') throw new HeadlessError('refused', 'no PDF');
  return pdf;
};

/** Beside its final place first, so that `out` is either the old file or the whole new one. */
export const putInPlace = async (pdf: Buffer, out: string): Promise<void> => {
  const beside = join(dirname(out), `.${basename(out)}.${randomBytes(4).toString('hex')}.part`);
  try {
    await writeFile(beside, pdf, { mode: 0o600 });
    await rename(beside, out);
  } catch {
    await rm(beside, { force: true });
    throw new Error(
      `The PDF could not be written to ${out}; close it if it is open, or choose another place.`,
    );
  }
};

/**
 * A page as the bytes of a PDF, made by a Chromium of this computer, headless and without network.
 * @throws Error with one sentence that says what to do
 */
export const pdfOf = async (
  html: string,
  options: PrintOptions = {},
): Promise<{ readonly pdf: Buffer; readonly pages: number }> => {
  const chromium = await findChromium();
  if (chromium === null) throw notFound();
  const pdf = await print(chromium, html, options.timeoutMs ?? TIMEOUT_MS).catch((e: unknown) => {
    throw e instanceof HeadlessError ? new Error(sentence(e.trouble, chromium), { cause: e }) : e;
  });
  return { pdf, pages: pdfPages(pdf) };
};

/**
 * The same written to a file.
 * @throws Error with one sentence that says what to do; nothing is left behind then, and a file at `out` stays as it was
 */
export const printToPdf = async (
  html: string,
  out: string,
  options: PrintOptions = {},
): Promise<{ readonly pages: number }> => {
  const { pdf, pages } = await pdfOf(html, options);
  await putInPlace(pdf, out);
  return { pages };
};
