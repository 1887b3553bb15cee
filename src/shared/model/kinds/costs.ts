import { CUSTOMER_KEYS, recordKind, words } from './kind.ts';

const FIELDS = {
  'cost.date': {
    label: 'Day of the cost',
    words: words('date | day | datum | tag | jour | fecha | dia | data | giorno | dag'),
  },
  'cost.activity': {
    label: 'What the cost is for',
    words: words(
      'activity | kind of cost | cost type | type of cost | cost kind | tatigkeit | kostenart | leistung | activite | type de cout | actividad | tipo de coste | attivita | tipo di costo | activiteit | kostensoort | atividade',
    ),
  },
  'cost.quantity': {
    label: 'How much or how often',
    words: words(
      'quantity | count | number | minutes | hours | units | menge | anzahl | minuten | stunden | quantite | cantidad | quantita | aantal | quantidade',
    ),
  },
  'cost.amount': {
    label: 'What it cost',
    words: words(
      'cost | amount | costs | total cost | kosten | betrag | cout | montant | coste | importe | costo | importo | bedrag | custo | valor',
    ),
  },
  'cost.rate': {
    label: 'Cost of one unit',
    words: words(
      'cost per unit | rate | unit rate | cost rate | price per unit | kosten je einheit | kostensatz | satz | cout par unite | taux | coste por unidad | tarifa | costo per unita | tariffa | kosten per eenheid | tarief | custo por unidade',
    ),
  },
  'cost.unit': {
    label: 'The unit (each, minute …)',
    words: words('unit | per | einheit | unite | unidad | unita | eenheid | unidade'),
  },
  'cost.note': {
    label: 'Note on the cost',
    words: words('note | comment | remark | notiz | bemerkung | remarque | nota | opmerking | observacao'),
  },
} as const;

/**
 * What it costs to serve customers. A row with a rate and neither day nor amount says what one unit of an activity
 * costs; any other is what was done or spent on a day, for a customer or, without one, for the business as a whole.
 */
export const costs = recordKind({
  kind: 'costs',
  title: 'Costs to serve',
  one: 'cost record',
  many: 'cost records',
  opens: 'Which customers cost more than they bring.',
  fields: FIELDS,
  groups: { cost: 'The cost' },
  columns: [
    ...CUSTOMER_KEYS,
    'cost.date',
    'cost.activity',
    'cost.quantity',
    'cost.amount',
    'cost.rate',
    'cost.unit',
    'cost.note',
  ],
  dates: ['cost.date'],
  numbers: ['cost.quantity', 'cost.amount', 'cost.rate'],
  money: ['cost.amount', 'cost.rate'],
  needs: [
    { anyOf: ['cost.activity'], sentence: 'No column says what the cost was for.' },
    {
      anyOf: ['cost.amount', 'cost.rate', 'cost.quantity'],
      sentence: 'No column holds a cost, a cost per unit or a quantity.',
    },
  ],
  telling: words(
    'activity | kind of cost | cost type | type of cost | cost kind | kostenart | cost per unit | kostensatz',
  ),
  tables: [
    { name: 'cost_rate', namesCustomers: false, days: [] },
    { name: 'cost_entry', namesCustomers: true, days: ['day'] },
  ],
  template: {
    header: [
      'Date',
      'Customer number',
      'Customer',
      'Activity',
      'Quantity',
      'Unit',
      'Cost per unit',
      'Cost',
      'Note',
    ],
    rows: [
      ['', '', '', 'Delivery', '', 'each', '9.50', '', 'what one delivery costs'],
      ['', '', '', 'Support minute', '', 'minute', '0.80', '', ''],
      ['2025-03-25', 'K-1', 'Example Bakery', 'Delivery', '1', '', '', '', ''],
      ['2025-03-27', 'K-2', 'Example Café', 'Replacement', '', '', '', '24.00', 'broken in transit'],
      ['2025-03-31', '', '', 'Rent of the store', '', '', '', '450.00', 'for all customers'],
    ],
  },
});
