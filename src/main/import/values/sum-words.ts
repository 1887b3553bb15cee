/** Words with which reports begin a row of sums or of statistics, without accents. */
const SUM =
  /^(?:(?:sub|grand|page|report|file|overall|period|monthly|daily)?[- ]?totals?|sums?|summen?|zwischensummen?|(?:end|gesamt|teil|monats|tages)summen?|gesamt\w*|insgesamt|ubertrag|carried forward|brought forward|sous[- ]total|totaux|somme|cumul|totale|totali|somma|suma|subtotal|totaal|subtotaal|tussentotaal|totais|soma|samlet|i alt|ialt|sum|totalt|summa|sammanlagt|delsumma?|mellansumma|yhteensa|valisumma|loppusumma|razem|ogolem|suma|celkem|soucet|mezisoucet|toplam|genel toplam|ara toplam|合計|総計|小計|総合計)(?=$|[\s:.,(=–-])|(?:[- ]|^)(?:totals?|i alt|totaal|totale|razem|celkem|toplam|yhteensa|totalt)[:.]?$|合計$|小計$/;

const MEAN =
  /^(?:averages?|avg|mean|median|min(?:imum)?|max(?:imum)?|durchschnitt\w*|mittelwert|moyennes?|promedio|media|mediana|gemiddelde?|gennemsnit|gjennomsnitt|medel\w*|snitt|keskiarvo|srednia|prumer|ortalama|平均)(?=$|[\s:.,(]|値)|平均$/;

const plain = (cell: string): string =>
  cell.trim().toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/ø/g, 'o');

/** A cell that begins or ends as a sum is called: `Summe Mai`, `Samlet`, `May total`. */
export const saysSum = (cell: string): boolean => SUM.test(plain(cell));

/** A cell that is called as a mean or another number about the rows above is. */
export const saysMean = (cell: string): boolean => MEAN.test(plain(cell));
