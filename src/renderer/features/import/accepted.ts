/** What the file dialog offers first; a dropped file is read whatever its name. */
export const ACCEPTED = '.csv,.tsv,.txt,.tab,text/csv,text/tab-separated-values,text/plain';
