/** A cell as a spreadsheet gets it: text, or a number already written in the owner's locale. */
export type Cell = string | { readonly number: string };

const FORMULA = /^[=+\-@\t\r\0]/;

/**
 * A text cell that a spreadsheet takes as text: breaks and tabs become blanks, and what would begin a formula
 * gets a leading apostrophe. Numbers are exempt by their type, so −12 stays a number.
 */
export const tsvCell = (cell: Cell): string => {
  if (typeof cell !== 'string') return cell.number;
  const guarded = FORMULA.test(cell) ? `'${cell}` : cell;
  return guarded.replace(/[\t\r\n\0]+/g, ' ');
};

export const toTsv = (head: readonly string[], rows: Iterable<readonly Cell[]>): string => {
  const lines = [head.map(tsvCell).join('\t')];
  for (const row of rows) lines.push(row.map(tsvCell).join('\t'));
  return lines.join('\r\n');
};

/** Puts text on the clipboard without asking for a permission, which the desktop shell denies. */
export const putOnClipboard = (text: string): boolean => {
  let taken = false;
  const give = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    taken = true;
  };
  document.addEventListener('copy', give, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
  return taken;
};
