import { CUSTOMER_KEYS, recordKind, words } from './kind.ts';

const FIELDS = {
  'campaign.name': {
    label: 'Campaign',
    words: words(
      'campaign | campaign name | mailing | action | kampagne | kampagnenname | aktion | campagne | nom de la campagne | campana | campagna | campanha',
    ),
  },
  'campaign.channel': {
    label: 'Channel of the campaign',
    words: words('channel | medium | kanal | canal | canale | kanaal'),
  },
  'campaign.date': {
    label: 'Day of the campaign',
    words: words(
      'campaign date | campaign day | start | start date | date | kampagnendatum | datum | date de campagne | fecha | data',
    ),
  },
  'campaign.segment': {
    label: 'Segment it was meant for',
    words: words(
      'target segment | segment | audience | target group | zielsegment | zielgruppe | segment cible | segmento | doelgroep',
    ),
  },
  'campaign.cost': {
    label: 'Cost of the campaign',
    words: words('campaign cost | cost | costs | spend | kosten | cout | coste | costo | custo'),
  },
  'campaign.sent': {
    label: 'Sent on',
    words: words(
      'sent on | sent | sent at | sent date | delivered | gesendet am | gesendet | versandt am | envoye le | enviado el | enviado | inviato il | verzonden op',
    ),
  },
  'campaign.variant': {
    label: 'Variant (A, B …)',
    words: words('variant | version | group | test group | variante | gruppe | varianta | variant a b'),
  },
  'campaign.opened': {
    label: 'Opened it',
    words: words('opened | open | opens | geoffnet | ouvert | abierto | aperto | geopend | aberto'),
  },
  'campaign.clicked': {
    label: 'Clicked in it',
    words: words('clicked | click | clicks | geklickt | clique | clic | cliccato | geklikt | clicado'),
  },
  'campaign.answered': {
    label: 'Answered or bought',
    words: words(
      'answered | responded | response | replied | converted | reagiert | geantwortet | antwort | repondu | respondio | respuesta | risposto | risposta | gereageerd | respondeu',
    ),
  },
} as const;

/** Campaigns, and who received them and what they did then. A row without a customer is about the campaign alone. */
export const campaigns = recordKind({
  kind: 'campaigns',
  title: 'Campaigns and who received them',
  one: 'campaign record',
  many: 'campaign records',
  opens: 'Who was reached and who answered.',
  fields: FIELDS,
  groups: { campaign: 'The campaign' },
  columns: [
    ...CUSTOMER_KEYS,
    'campaign.name',
    'campaign.channel',
    'campaign.date',
    'campaign.segment',
    'campaign.cost',
    'campaign.sent',
    'campaign.variant',
    'campaign.opened',
    'campaign.clicked',
    'campaign.answered',
  ],
  dates: ['campaign.date', 'campaign.sent'],
  numbers: ['campaign.cost'],
  money: ['campaign.cost'],
  needs: [{ anyOf: ['campaign.name'], sentence: 'No column names the campaign.' }],
  telling: [
    ...words(
      'sent on | sent | sent at | sent date | gesendet am | gesendet | versandt am | envoye le | enviado el | enviado | inviato il | verzonden op',
    ),
    ...FIELDS['campaign.opened'].words,
    ...FIELDS['campaign.clicked'].words,
    ...words('campaign cost'),
  ],
  tables: [
    { name: 'campaign', namesCustomers: false, days: ['day'] },
    { name: 'campaign_recipient', namesCustomers: true, days: ['sent_on'] },
  ],
  template: {
    header: [
      'Campaign',
      'Channel',
      'Campaign date',
      'Target segment',
      'Campaign cost',
      'Customer number',
      'Customer',
      'Sent on',
      'Variant',
      'Opened',
      'Clicked',
      'Answered',
    ],
    rows: [
      ['Spring offer', 'E-mail', '2025-03-17', 'Cafés', '35.00', '', '', '', '', '', '', ''],
      ['Spring offer', '', '', '', '', 'K-1', 'Example Bakery', '2025-03-17', 'A', 'yes', 'yes', 'no'],
      ['Spring offer', '', '', '', '', 'K-2', 'Example Café', '2025-03-17', 'B', 'yes', 'no', 'no'],
    ],
  },
});
