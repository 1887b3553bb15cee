import { CUSTOMER_KEYS, recordKind, words } from './kind.ts';

const FIELDS = {
  'feedback.id': {
    label: 'Number of the answer',
    words: words(
      'answer id | response id | respondent id | feedback id | submission id | id | antwort id | id de reponse | id respuesta | id risposta',
    ),
  },
  'feedback.date': {
    label: 'Day of the answer',
    words: words(
      'date | day | received | received on | submitted | submitted at | response date | created at | timestamp | completed | datum | tag | eingegangen am | date de reponse | fecha | data | ontvangen op',
    ),
  },
  'feedback.time': {
    label: 'Time of the answer',
    words: words('time | uhrzeit | zeit | heure | hora | ora | tijd'),
  },
  'feedback.touchpoint': {
    label: 'Occasion or survey',
    words: words(
      'touchpoint | survey | occasion | stage | moment | kontaktpunkt | anlass | umfrage | point de contact | enquete | punto de contacto | encuesta | punto di contatto | sondaggio | contactmoment',
    ),
  },
  'feedback.recommend': {
    label: 'Would recommend, 0 to 10 (NPS)',
    words: words(
      'nps | nps score | recommend | likelihood to recommend | would you recommend | how likely are you to recommend us | recommendation | weiterempfehlung | empfehlen | recommandation | recommanderiez vous | recomendacion | raccomandazione | aanbeveling | recomendacao',
    ),
  },
  'feedback.satisfaction': {
    label: 'Satisfied, 1 to 5 (CSAT)',
    words: words(
      'csat | satisfaction | satisfaction score | overall satisfaction | rating | stars | score | how satisfied are you | zufriedenheit | bewertung | sterne | note globale | satisfaccion | valoracion | soddisfazione | valutazione | tevredenheid | beoordeling | satisfacao',
    ),
  },
  'feedback.rating': { label: 'A mark from 1 to 5 for one thing', words: [] },
  'feedback.comment': {
    label: 'What they wrote',
    words: words(
      'comment | comments | feedback | message | review | text | what could we do better | kommentar | nachricht | anmerkung | commentaire | avis | comentario | opinion | commento | recensione | opmerking | reactie | comentarios',
    ),
  },
  'feedback.state': {
    label: 'State (new, answered …)',
    words: words('state | status | handled | stand | bearbeitet | statut | estado | stato'),
  },
  'feedback.answeredOn': {
    label: 'Day we answered',
    words: words(
      'answered on | answered | answered at | replied on | reply date | beantwortet am | repondu le | respondido el | risposto il | beantwoord op',
    ),
  },
  'feedback.answeredTime': {
    label: 'Time we answered',
    words: words('answered time | reply time | time answered | beantwortet um'),
  },
} as const;

/** Answers to a survey: would they recommend, are they satisfied, marks for single things, and what they wrote. */
export const feedback = recordKind({
  kind: 'feedback',
  title: 'Survey answers and comments',
  one: 'answer',
  many: 'answers',
  opens: 'How satisfied each segment is, and what waits for a reply.',
  fields: FIELDS,
  groups: { feedback: 'The answer' },
  columns: [
    ...CUSTOMER_KEYS,
    'feedback.id',
    'feedback.date',
    'feedback.time',
    'feedback.touchpoint',
    'feedback.recommend',
    'feedback.satisfaction',
    'feedback.rating',
    'feedback.comment',
    'feedback.state',
    'feedback.answeredOn',
    'feedback.answeredTime',
  ],
  dates: ['feedback.date', 'feedback.answeredOn'],
  numbers: ['feedback.recommend', 'feedback.satisfaction'],
  money: [],
  needs: [
    { anyOf: ['feedback.date'], sentence: 'No column holds the day of the answer.' },
    {
      anyOf: ['feedback.recommend', 'feedback.satisfaction', 'feedback.rating', 'feedback.comment'],
      sentence: 'No column holds an answer: a score from 0 to 10, marks from 1 to 5, or a comment.',
    },
  ],
  telling: [
    ...FIELDS['feedback.recommend'].words,
    ...words(
      'csat | satisfaction | overall satisfaction | zufriedenheit | satisfaccion | soddisfazione | tevredenheid | answer id | response id',
    ),
  ],
  tables: [{ name: 'feedback', namesCustomers: true, days: ['received_on'] }],
  template: {
    header: [
      'Date',
      'Time',
      'Customer number',
      'Customer',
      'Touchpoint',
      'Recommend',
      'Satisfaction',
      'Quality',
      'Delivery',
      'Advice',
      'Comment',
      'State',
      'Answered on',
      'Answered time',
    ],
    rows: [
      [
        '2025-03-29',
        '10:12',
        'K-1',
        'Example Bakery',
        'After delivery',
        '9',
        '5',
        '5',
        '4',
        '5',
        'Always on time',
        'new',
        '',
        '',
      ],
      [
        '2025-03-30',
        '18:40',
        'K-2',
        'Example Café',
        'After delivery',
        '6',
        '3',
        '4',
        '2',
        '4',
        'The parcel was open',
        'answered',
        '2025-03-31',
        '08:55',
      ],
      ['2025-03-31', '12:00', '', '', 'Survey', '8', '4', '4', '4', '3', '', 'new', '', ''],
    ],
  },
});
