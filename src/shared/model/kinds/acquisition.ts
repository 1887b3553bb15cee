import { recordKind, words } from './kind.ts';

const FIELDS = {
  'spend.from': {
    label: 'Day or month of the spending',
    words: words(
      'from | date | day | month | period | start | start date | von | datum | monat | zeitraum | de | date debut | mois | desde | fecha | mes | dal | data | mese | van | maand | periode',
    ),
  },
  'spend.until': {
    label: 'Last day of the spending',
    words: words('to | until | end | end date | bis | a | au | date fin | hasta | al | fino | tot'),
  },
  'spend.channel': {
    label: 'Source or channel',
    words: words(
      'channel | source | medium | platform | advertiser | kanal | quelle | werbekanal | canal | source de trafic | fuente | canale | fonte | kanaal | bron',
    ),
  },
  'spend.campaign': {
    label: 'Campaign the money was for',
    words: words('campaign | campaign name | kampagne | campagne | campana | campagna | campanha'),
  },
  'spend.segment': {
    label: 'Segment the money was for',
    words: words('segment | target segment | zielgruppe | cible | segmento | doelgroep'),
  },
  'spend.amount': {
    label: 'What was spent',
    words: words(
      'amount spent | spend | spent | spending | marketing spend | ad spend | advertising spend | amount | cost | budget spent | ausgaben | werbeausgaben | werbekosten | betrag | kosten | depenses | montant depense | montant | gasto | gasto publicitario | importe | spesa | spesa pubblicitaria | importo | uitgaven | advertentiekosten | bedrag | gastos | investimento',
    ),
  },
} as const;

/** What was spent to win customers, by source and period. */
export const acquisition = recordKind({
  kind: 'acquisition',
  title: 'Spending to win customers',
  one: 'spending record',
  many: 'spending records',
  opens: 'What a new customer costs, by source.',
  fields: FIELDS,
  groups: { spend: 'The spending' },
  columns: ['spend.from', 'spend.until', 'spend.channel', 'spend.campaign', 'spend.segment', 'spend.amount'],
  dates: ['spend.from', 'spend.until'],
  numbers: ['spend.amount'],
  money: ['spend.amount'],
  needs: [
    { anyOf: ['spend.from'], sentence: 'No column holds the day or month of the spending.' },
    { anyOf: ['spend.amount'], sentence: 'No column holds what was spent.' },
  ],
  telling: words(
    'amount spent | spend | spending | marketing spend | ad spend | advertising spend | werbeausgaben | werbekosten | depenses | montant depense | gasto publicitario | spesa pubblicitaria | advertentiekosten',
  ),
  tables: [{ name: 'acquisition_spend', namesCustomers: false, days: ['first_day', 'last_day'] }],
  template: {
    header: ['Month', 'Until', 'Channel', 'Campaign', 'Target segment', 'Amount spent'],
    rows: [
      ['2025-02', '', 'Fair', '', '', '620.00'],
      ['2025-03', '', 'Search ads', 'Spring', 'Cafés', '240.00'],
      ['2025-03-13', '2025-03-28', 'Leaflets', '', '', '150.00'],
    ],
  },
});
