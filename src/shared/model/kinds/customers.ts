import { CUSTOMER_KEYS, NEEDS_CUSTOMER, recordKind, words } from './kind.ts';

/** The day of a decision, in a list of customers and in one of decisions. */
export const CONSENT_DATE = {
  label: 'Day of the decision',
  words: words(
    'consent date | consent day | decided on | date of consent | opt in date | date | day | datum der einwilligung | datum | date du consentement | fecha | data | datum toestemming',
  ),
} as const;

const FIELDS = {
  'customer.industry': {
    label: 'Customer’s industry',
    words: words(
      'industry | sector | branch | line of business | branche | secteur | sector de actividad | settore | sectie | setor',
    ),
  },
  'customer.size': {
    label: 'Customer’s size',
    words: words(
      'size | company size | employees | number of employees | grosse | unternehmensgrosse | mitarbeiter | taille | effectif | tamano | empleados | dimensione | dipendenti | grootte | medewerkers | tamanho',
    ),
  },
  'customer.group': {
    label: 'Customer group',
    words: words(
      'customer group | group | customer type | price group | kundengruppe | gruppe | kundentyp | groupe | grupo | gruppo | klantgroep',
    ),
  },
  'customer.acquiredBy': {
    label: 'How the customer was won',
    words: words(
      'acquired through | source | lead source | creation source | how did you hear | referral source | herkunft | quelle | gewonnen durch | kanal | origine | provenance | origen | fuente | fonte | bron | origem',
    ),
  },
  'customer.referredBy': {
    label: 'Who recommended the customer',
    words: words(
      'referred by | recommended by | referrer | empfohlen von | geworben von | parraine par | recommande par | recomendado por | referido por | consigliato da | aanbevolen door | indicado por',
    ),
  },
  'customer.since': {
    label: 'Customer since',
    words: words(
      'customer since | client since | member since | since | first order | first order date | first purchase | first purchase date | first sale | date of first order | created | created at | date created | created on | creation date | customer created | date added | added on | joined | joined on | join date | registered | registered on | registration date | date registered | signup date | sign up date | opened on | account opened | kunde seit | mitglied seit | seit | erstkauf | erste bestellung | angelegt am | erstellt am | anlagedatum | registriert am | client depuis | depuis | premier achat | premiere commande | date de creation | cree le | inscrit le | cliente desde | desde | primera compra | fecha de alta | fecha de creacion | alta | cliente dal | cliente da | primo acquisto | data creazione | data di creazione | klant sinds | sinds | eerste aankoop | aangemaakt op | primeira compra | data de criacao | data de registo',
    ),
  },
  'customer.noProfiling': {
    label: 'Objects to profiling',
    words: words(
      'no profiling | objects to profiling | profiling objection | kein profiling | widerspruch profiling | opposition profilage | sin perfilado | no profilazione | geen profilering',
    ),
  },
  'consent.email': {
    label: 'May be written to by e-mail',
    words: words(
      'consent e mail | consent email | accepts email marketing | accepts marketing | email marketing | email consent | email subscription status | newsletter | opt in email | email opt in | einwilligung e mail | einwilligung newsletter | consentement e mail | consentimiento correo | consenso e mail | toestemming e mail',
    ),
  },
  'consent.phone': {
    label: 'May be called',
    words: words(
      'consent phone | phone consent | accepts calls | einwilligung telefon | consentement telephone | consentimiento telefono | consenso telefono | toestemming telefoon',
    ),
  },
  'consent.sms': {
    label: 'May be sent messages (SMS)',
    words: words(
      'consent sms | accepts sms marketing | sms consent | sms opt in | einwilligung sms | consentement sms | consentimiento sms | consenso sms | toestemming sms',
    ),
  },
  'consent.post': {
    label: 'May be written to by post',
    words: words(
      'consent post | accepts post | mailing consent | postal consent | einwilligung post | consentement courrier | consentimiento postal | consenso posta | toestemming post',
    ),
  },
  'consent.date': CONSENT_DATE,
} as const;

/** Customers and prospects: how they are reached, what kind of customer they are, and what they have agreed to. */
export const customers = recordKind({
  kind: 'customers',
  title: 'Customers and prospects',
  one: 'customer',
  many: 'customers',
  opens: 'Names, contacts, industry and size; people who have not bought yet.',
  fields: FIELDS,
  groups: {},
  columns: [
    ...CUSTOMER_KEYS,
    'customer.street',
    'customer.city',
    'customer.postcode',
    'customer.country',
    'customer.industry',
    'customer.size',
    'customer.group',
    'customer.acquiredBy',
    'customer.referredBy',
    'customer.since',
    'customer.noProfiling',
    'consent.email',
    'consent.phone',
    'consent.sms',
    'consent.post',
    'consent.date',
  ],
  dates: ['consent.date', 'customer.since'],
  numbers: [],
  money: [],
  needs: [NEEDS_CUSTOMER],
  sharedWords: {
    'customer.id': words(
      'id | number | no | reference id | square customer id | kundennummer | nummer | numero | nr',
    ),
    'customer.company': words('organisation | organization | account | business'),
    'customer.street': words('address 1 | street address 1 | street address | adresse | address'),
    'customer.postcode': words('zip code | postal code | zip'),
  },
  telling: [
    ...FIELDS['customer.industry'].words,
    ...FIELDS['customer.noProfiling'].words,
    ...FIELDS['customer.referredBy'].words,
    ...FIELDS['consent.email'].words,
    ...FIELDS['consent.sms'].words,
  ],
  tables: [],
  template: {
    header: [
      'Customer number',
      'Customer',
      'E-mail',
      'Phone',
      'Company',
      'Street',
      'City',
      'Postcode',
      'Country',
      'Industry',
      'Company size',
      'Customer group',
      'Acquired through',
      'Referred by',
      'Consent e-mail',
      'Consent phone',
      'Consent SMS',
      'Consent post',
      'Consent date',
      'No profiling',
    ],
    rows: [
      [
        'K-1',
        'Alex Example',
        'hello@bakery.example',
        '+44 20 7946 0101',
        'Example Bakery',
        '1 Mill Lane',
        'Bath',
        'BA1 1AA',
        'GB',
        'Bakery',
        '5',
        'Trade',
        'Fair',
        '',
        'yes',
        'no',
        '',
        'yes',
        '2025-02-13',
        'no',
      ],
      [
        'K-2',
        'Sam Sample',
        'post@cafe.example',
        '',
        'Example Café',
        '2 High Street',
        'Bath',
        'BA1 2AB',
        'GB',
        'Café',
        '3',
        'Trade',
        'Recommended',
        'K-1',
        '',
        '',
        '',
        '',
        '',
        '',
      ],
      [
        'K-9',
        'Robin Nobody',
        'robin@office.example',
        '',
        'Example Office',
        '',
        'Bristol',
        '',
        'GB',
        'Office',
        '40',
        'Prospect',
        'Website',
        '',
        'no',
        '',
        '',
        '',
        '2025-03-14',
        'yes',
      ],
    ],
  },
});
