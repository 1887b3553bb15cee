import type { FeedbackState } from '../../../shared/model/listening.ts';

/** Words that the files of other kinds use for one of a few things, compared without case and accents. */

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const YES =
  /^(yes|y|true|t|1|x|on|ja|j|oui|o|si|s|sim|vrai|wahr|vero|verdadero|waar|subscribed|opt(ed)? in|granted|agreed|accepted|active|confirmed|erteilt|zugestimmt|angemeldet|abonniert|inscrit|suscrito|iscritto|ingeschreven)$/;
const NO =
  /^(no|n|false|f|0|off|nein|non|nao|faux|falsch|falso|nee|onwaar|unsubscribed|opt(ed)? out|denied|declined|refused|revoked|withdrawn|inactive|not subscribed|bounced|cleaned|abgelehnt|widerrufen|abgemeldet|desinscrit|desabonne|baja|disiscritto|uitgeschreven)$/;

/** @returns null where it is neither */
export const yesOrNo = (text: string): 0 | 1 | null => {
  const word = plain(text);
  return YES.test(word) ? 1 : NO.test(word) ? 0 : null;
};

type Choice<T extends string> = readonly (readonly [T, RegExp])[];

const choose = <T extends string>(choices: Choice<T>, text: string): T | null =>
  choices.find(([, words]) => words.test(plain(text)))?.[0] ?? null;

export type InteractionType =
  | 'visit'
  | 'open'
  | 'click'
  | 'call'
  | 'support'
  | 'loyalty'
  | 'use'
  | 'complaint'
  | 'other';

const INTERACTIONS: Choice<InteractionType> = [
  ['complaint', /complain|beschwerde|reklamation|plainte|reclam|queja|klacht/],
  ['support', /support|help ?desk|service|ticket|assist|hilfe|soporte|ayuda|storing/],
  ['loyalty', /loyal|point|bonus|stamp|reward|treue|punkt|fidel|premi|zegel/],
  ['click', /click|klick|clic/],
  ['open', /\bopen|geoffnet|ouver|abier|apert|geopend/],
  ['call', /call|phone|telefon|anruf|appel|llamad|chiamat|telefoon|belle/],
  ['visit', /visit|besuch|appointment|termin|meeting|rendez|visita|cita|incontro|bezoek|afspraak|check ?in/],
  ['use', /\buse|usage|login|log in|session|nutzung|utilis|uso|gebruik/],
];

export const interactionType = (text: string): InteractionType => choose(INTERACTIONS, text) ?? 'other';

export type Channel = 'email' | 'phone' | 'sms' | 'post';
const CHANNELS: readonly Channel[] = ['email', 'phone', 'sms', 'post'];

const CHANNEL_WORDS: Choice<Channel> = [
  ['post', /\bpost\b|letter|postal|brief|courrier|correo postal|posta\b|print|catalog/],
  ['sms', /sms|text|whatsapp|messag/],
  ['email', /mail|newsletter|correo|courriel/],
  ['phone', /phone|call|telefon|anruf|appel|llamad|telefoon/],
];

/** @returns all of them for a decision on every channel, none where it is not understood */
export const channelsOf = (text: string): readonly Channel[] => {
  if (/^(all|any|every|alle|tous|todos|tutti|everything|marketing)\b/.test(plain(text))) return CHANNELS;
  const channel = choose(CHANNEL_WORDS, text);
  return channel ? [channel] : [];
};

export type QuoteStatus = 'open' | 'won' | 'lost';

const QUOTES: Choice<QuoteStatus> = [
  [
    'lost',
    /lost|reject|declin|refus|expired|cancel|abgelehnt|verloren|abgelaufen|storniert|perdu|rechaz|perdid|scadut|rifiut|afgewezen|vervallen|recusad/,
  ],
  [
    'won',
    /won|accept|approv|invoiced|ordered|paid|gewonnen|angenommen|beauftragt|bestellt|gagne|signe|ganad|acept|vint|accett|geaccepteerd|aceit/,
  ],
];

export const quoteStatus = (text: string): QuoteStatus => choose(QUOTES, text) ?? 'open';

const STATES: Choice<FeedbackState> = [
  ['told', /told|closed|loop|informed|mitgeteilt|abgeschlossen|clos|cerrad|chius|gesloten/],
  ['changed', /changed|fixed|solved|resolved|geandert|behoben|gelost|resolu|resuel|risolt|opgelost/],
  ['new', /^(new|open|neu|offen|nouveau|nuevo|nuovo|nieuw|unread|pending|not |un)/],
  ['answered', /answer|repl|respond|beantwortet|repondu|respond|rispost|beantwoord|done|yes|handled/],
];

export const feedbackState = (text: string): FeedbackState => choose(STATES, text) ?? 'new';
