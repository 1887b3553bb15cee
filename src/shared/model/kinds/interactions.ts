import { CUSTOMER_KEYS, NEEDS_CUSTOMER, recordKind, words } from './kind.ts';

const FIELDS = {
  'interaction.id': {
    label: 'Number of the contact or case',
    words: words(
      'interaction id | interaction number | case id | case number | ticket id | ticket number | id',
    ),
  },
  'interaction.date': {
    label: 'Day of the contact',
    words: words(
      'date | day | contact date | created | created at | datum | tag | jour | fecha | data | giorno | dag',
    ),
  },
  'interaction.time': {
    label: 'Time of the contact',
    words: words('time | uhrzeit | zeit | heure | hora | ora | tijd'),
  },
  'interaction.type': {
    label: 'Kind of contact (visit, call …)',
    words: words(
      'interaction type | interaction | contact type | type of contact | kind of contact | activity type | type | kind | event | kontaktart | art des kontakts | art | type de contact | tipo de contacto | tipo di contatto | soort contact | tipo',
    ),
  },
  'interaction.minutes': {
    label: 'Minutes it took',
    words: words(
      'minutes | duration minutes | duration | time spent | support minutes | minuten | dauer | duree | minutos | duracion | minuti | durata | duur | duracao',
    ),
  },
  'interaction.outcome': {
    label: 'What came of it',
    words: words('outcome | result | ergebnis | resultat | resultado | esito | risultato | uitkomst'),
  },
  'interaction.note': {
    label: 'Note on the contact',
    words: words('note | comment | subject | notiz | betreff | remarque | nota | opmerking'),
  },
} as const;

/** Being in touch: visits, opens and clicks, calls, support, loyalty, product use, complaints. */
export const interactions = recordKind({
  kind: 'interactions',
  title: 'Visits, calls and support',
  one: 'interaction',
  many: 'interactions',
  opens: 'The time each customer takes, and who is in touch.',
  fields: FIELDS,
  groups: { interaction: 'The contact' },
  columns: [
    ...CUSTOMER_KEYS,
    'interaction.id',
    'interaction.date',
    'interaction.time',
    'interaction.type',
    'interaction.minutes',
    'interaction.outcome',
    'interaction.note',
  ],
  dates: ['interaction.date'],
  numbers: ['interaction.minutes'],
  money: [],
  needs: [
    NEEDS_CUSTOMER,
    { anyOf: ['interaction.date'], sentence: 'No column holds the day.' },
    { anyOf: ['interaction.type'], sentence: 'No column says what it was (a visit, a call, support …).' },
  ],
  telling: words(
    'interaction type | interaction | contact type | type of contact | kind of contact | activity type | minutes | duration minutes | duration | time spent | support minutes | minuten | dauer | kontaktart | type de contact | tipo de contacto | tipo di contatto | soort contact',
  ),
  tables: [{ name: 'interaction', namesCustomers: true, days: ['day'] }],
  template: {
    header: ['Date', 'Time', 'Customer number', 'Customer', 'Contact type', 'Minutes', 'Outcome', 'Note'],
    rows: [
      ['2025-03-20', '09:30', 'K-1', 'Example Bakery', 'Visit', '40', 'wants a sample', ''],
      ['2025-03-22', '14:05', 'K-2', 'Example Café', 'Support call', '12', 'solved', 'grinder'],
      ['2025-03-28', '', 'K-2', 'Example Café', 'Complaint', '', 'replacement sent', ''],
    ],
  },
});
