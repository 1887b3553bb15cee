/** What the file dialog offers first; a dropped file is read whatever its name. */
export const ACCEPTED =
  '.csv,.tsv,.txt,.tab,.xlsx,.xls,.xlsb,.ods,.gz,.zip,text/csv,text/tab-separated-values,text/plain';
