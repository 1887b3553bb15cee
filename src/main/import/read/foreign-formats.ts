/** A format that is no list of sales: how it is told, and the sentence that says what to export instead. */
type ForeignFormat = { readonly told: RegExp; readonly sentence: string };

const BANK =
  'it lists movements of an account, not sales. Export the sales or invoices from the till, the shop or the bookkeeping program as CSV';
const INVOICE =
  'each file is one invoice. Export the list of invoices with customer, date and amount as CSV or Excel from the program that wrote it';
const BOOKS =
  'it holds bookings of accounts, not sales with their customers. Export the list of outgoing invoices or the sales by customer as CSV or Excel';

const FORMATS: readonly ForeignFormat[] = [
  {
    told: /^!(TRNS|SPL|HDR|ACCNT|CUST|INVITEM|VEND)\t/m,
    sentence:
      'is a QuickBooks IIF file, in which a sale is spread over several kinds of rows. In QuickBooks open the report "Sales by Customer Detail" and export it as CSV or Excel',
  },
  {
    told: /^(OFXHEADER:|(<\?xml[^>]*>\s*)?(<\?OFX\b[^>]*>\s*)?<OFX>|<\?OFX\b)/i,
    sentence: `is an OFX file (also called QFX), a bank's download: ${BANK}`,
  },
  {
    told: /^!(Type|Account|Option|Clear):/i,
    sentence: `is a QIF file, a download of a bank or of Quicken: ${BANK}`,
  },
  {
    told: /^(\{1:F01|(\{4:\s*)?:20:[^\n]*\r?\n(:21:[^\n]*\r?\n)?:25:)/,
    sentence: `is an MT940 bank statement: ${BANK}`,
  },
  {
    told: /<[^>]*(iso:20022:tech:xsd:camt\.|:camt\.05\d)|<(\w+:)?BkToCstmr(Stmt|Acct\w*|Dbt\w*)\b/,
    sentence: `is a CAMT bank statement: ${BANK}`,
  },
  {
    told: /<(\w+:)?(AuditFile|auditfile|JPK)\b/,
    sentence: `is a SAF-T audit file: ${BOOKS}`,
  },
  {
    told: /specification:ubl:schema|<(\w+:)?(CrossIndustryInvoice|CrossIndustryDocument|FatturaElettronica|Facturae|Faktura|Rechnung)\b/,
    sentence: `is an electronic invoice in XML (UBL, Factur-X or alike): ${INVOICE}`,
  },
  {
    told: /^"?(EXTF|DTVF)"?;\s*"?\d{3}"?;/,
    sentence: `is a DATEV file of bookings (EXTF): ${BOOKS}`,
  },
  {
    told: /^"?JournalCode"?[\t|;,]"?JournalLib"?[\t|;,]"?EcritureNum"?/i,
    sentence: `is a FEC, the French file of bookings: ${BOOKS}`,
  },
  {
    told: /^"?Z_KASSE_ID"?[;,\t]"?Z_ERSTELLUNG"?[;,\t]"?Z_NR"?/i,
    sentence:
      'is one table of a DSFinV-K export, in which a receipt is spread over several files. Export the receipts or sales from the till as one CSV or Excel file',
  },
  {
    told: /<office:document\b/,
    sentence: 'is a flat OpenDocument sheet (.fods); save it as .ods or CSV and import that',
  },
  {
    told: /^BEGIN:V(CARD|CALENDAR)/i,
    sentence:
      'holds contact cards or calendar entries (vCard, iCalendar), not a table; export the list as CSV',
  },
  { told: /^ID;P/, sentence: 'is a SYLK sheet; save it as .xlsx or CSV and import that' },
  {
    told: /^[[{]\s*["{[]/,
    sentence: 'is a JSON file, not a table; export the sales as CSV instead',
  },
  {
    told: /^<\?xml\b/,
    sentence: 'is an XML file, not a table; export the sales as CSV or Excel instead',
  },
];

const LOOKED_AT = 8192;

/** What a text is that is no table of sales, told by how it begins; null for everything else. */
export const foreignFormat = (bytes: Buffer): string | null => {
  const head = bytes
    .toString('latin1', 0, LOOKED_AT)
    .replaceAll('\0', '') // UTF-16, where every other byte is one
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .trimStart();
  return FORMATS.find(({ told }) => told.test(head))?.sentence ?? null;
};

/** The same of an archive, by the names of what is in it. */
export const foreignArchive = (names: readonly string[]): string | null => {
  const plain = new Set(names.map((name) => name.replace(/^.*\//, '').toLowerCase()));
  if (DSFINVK.filter((name) => plain.has(name)).length >= 2)
    return 'is a DSFinV-K export of a till, in which a receipt is spread over several files. Export the receipts or sales from the till as one CSV or Excel file';
  const xml = names.filter((name) => /\.xml$/i.test(name));
  return xml.length > 0 && xml.length === names.length
    ? `holds XML files, as electronic invoices and audit files are: ${INVOICE}`
    : null;
};

const DSFINVK = [
  'transactions.csv',
  'lines.csv',
  'cashpointclosing.csv',
  'transactions_vat.csv',
  'datapayment.csv',
  'businesscases.csv',
];
