/** Zones that a short name means wherever it is written, as offsets from UTC. */
const FIXED: Readonly<Record<string, string>> = {
  Z: '+0000',
  UTC: '+0000',
  GMT: '+0000',
  WET: '+0000',
  WEST: '+0100',
  CET: '+0100',
  CEST: '+0200',
  MEZ: '+0100',
  MESZ: '+0200',
  EET: '+0200',
  EEST: '+0300',
  MSK: '+0300',
  SAST: '+0200',
  PST: '-0800',
  PDT: '-0700',
  MST: '-0700',
  MDT: '-0600',
  CDT: '-0500',
  EST: '-0500',
  EDT: '-0400',
  AKST: '-0900',
  AKDT: '-0800',
  HST: '-1000',
  BRT: '-0300',
  AWST: '+0800',
  ACST: '+0930',
  ACDT: '+1030',
  AEST: '+1000',
  AEDT: '+1100',
  NZST: '+1200',
  NZDT: '+1300',
  JST: '+0900',
  KST: '+0900',
  HKT: '+0800',
  SGT: '+0800',
};

/** What these mean depends on where they are written: `CST` is of Chicago or of China, `IST` of India, Ireland or Israel. */
const OPEN = new Set(['CST', 'BST', 'IST', 'AST', 'SST', 'GST', 'ECT', 'AMT', 'PYT', 'WST']);

/** A product that always means the same by an open word. */
const AMERICAN: Readonly<Record<string, string>> = { ...FIXED, CST: '-0600', BST: '+0100', AST: '-0400' };

/** Minutes ahead of UTC; null for no such word. */
export const zoneOffset = (word: string): number | null => {
  const offset = FIXED[word.toUpperCase()];
  return offset === undefined ? null : minutesOf(offset);
};

export const isOpenZone = (word: string): boolean => OPEN.has(word.toUpperCase());

/** The offset as text (`-0800`), for products that write American and European zones; empty for no such word. */
export const zoneSuffix = (word: string): string => AMERICAN[word.toUpperCase()] ?? '';

const minutesOf = (offset: string): number =>
  (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3, 5)));
