/** What programs write into a cell of numbers where they have none. */
const NOTHING =
  /^([-–—.?]{1,3}|error|err|unknown|n\.?\/?a\.?|nil|null|none|nan|undefined|missing|blank|empty|tbd|#(n\/a|value!|ref!|div\/0!|null!|num!|name\?|nv|wert!|bezug!)|k\.? ?a\.?|unbekannt|fehler|fehlt|inconnu|nc|n\.c\.|desconocido|s\/d|sconosciuto|n\.d\.?|onbekend|ukendt|ukjent|ok[äa]nd|tuntematon|brak|nezn[áa]m[ýé]|desconhecido|bilinmiyor|yok|不明|なし)?$/i;

/** A blank cell, or one with a word or an error value that stands for nothing. */
export const isNothing = (cell: string): boolean => NOTHING.test(cell.trim());
