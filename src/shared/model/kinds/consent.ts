import { CONSENT_DATE } from './customers.ts';
import { CUSTOMER_KEYS, NEEDS_CUSTOMER, recordKind, words } from './kind.ts';

const FIELDS = {
  'consent.channel': {
    label: 'Channel (e-mail, phone, SMS, post)',
    words: words('channel | consent channel | medium | kanal | canal | canale | kanaal'),
  },
  'consent.granted': {
    label: 'Agreed (yes or no)',
    words: words(
      'consent | granted | opt in | decision | status | agreed | einwilligung | zustimmung | consentement | consentimiento | consenso | toestemming | consentimento',
    ),
  },
  'consent.date': CONSENT_DATE,
} as const;

/** Who may be written to or called, by which channel, since when. */
export const consent = recordKind({
  kind: 'consent',
  title: 'Consent and opt-outs',
  one: 'decision',
  many: 'decisions',
  opens: 'Who may be written to, and by which channel.',
  fields: FIELDS,
  groups: { consent: 'Consent' },
  columns: [...CUSTOMER_KEYS, 'consent.channel', 'consent.granted', 'consent.date'],
  dates: ['consent.date'],
  numbers: [],
  money: [],
  needs: [
    NEEDS_CUSTOMER,
    { anyOf: ['consent.channel'], sentence: 'No column says for which channel (e-mail, phone, SMS, post).' },
    { anyOf: ['consent.granted'], sentence: 'No column says whether the customer agreed.' },
  ],
  telling: words(
    'consent | granted | consent channel | einwilligung | consentement | consentimiento | consenso | toestemming',
  ),
  tables: [],
  template: {
    header: ['Customer number', 'Customer', 'E-mail', 'Channel', 'Consent', 'Date'],
    rows: [
      ['K-1', 'Example Bakery', 'hello@bakery.example', 'E-mail', 'yes', '2025-02-13'],
      ['K-2', 'Example Café', 'post@cafe.example', 'E-mail', 'no', '2025-03-14'],
      ['K-2', 'Example Café', 'post@cafe.example', 'Post', 'yes', '2025-03-14'],
    ],
  },
});
