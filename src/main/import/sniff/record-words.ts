import type { RecordField, RecordKindName } from '../../../shared/model/import-kind.ts';
import type { AnyField } from '../../../shared/model/importing.ts';

const words = (text: string): readonly string[] => text.split(' | ');

/**
 * What the columns of other kinds of files are called, normalised as headers are; languages follow one another.
 * A word may mean one thing in a list of customers and another in one of quotes, so each kind has its own fields.
 */
export const RECORD_WORDS: Readonly<Record<RecordField, readonly string[]>> = {
  'customer.industry': words(
    'industry | sector | branch | line of business | branche | secteur | sector de actividad | settore | sectie | setor',
  ),
  'customer.size': words(
    'size | company size | employees | number of employees | grosse | unternehmensgrosse | mitarbeiter | taille | effectif | tamano | empleados | dimensione | dipendenti | grootte | medewerkers | tamanho',
  ),
  'customer.group': words(
    'customer group | group | customer type | price group | kundengruppe | gruppe | kundentyp | groupe | grupo | gruppo | klantgroep',
  ),
  'customer.acquiredBy': words(
    'acquired through | source | lead source | creation source | how did you hear | referral source | herkunft | quelle | gewonnen durch | kanal | origine | provenance | origen | fuente | fonte | bron | origem',
  ),
  'customer.referredBy': words(
    'referred by | recommended by | referrer | empfohlen von | geworben von | parraine par | recommande par | recomendado por | referido por | consigliato da | aanbevolen door | indicado por',
  ),
  'customer.since': words(
    'customer since | client since | member since | since | first order | first order date | first purchase | first purchase date | first sale | date of first order | created | created at | date created | created on | creation date | customer created | date added | added on | joined | joined on | join date | registered | registered on | registration date | date registered | signup date | sign up date | opened on | account opened | kunde seit | mitglied seit | seit | erstkauf | erste bestellung | angelegt am | erstellt am | anlagedatum | registriert am | client depuis | depuis | premier achat | premiere commande | date de creation | cree le | inscrit le | cliente desde | desde | primera compra | fecha de alta | fecha de creacion | alta | cliente dal | cliente da | primo acquisto | data creazione | data di creazione | klant sinds | sinds | eerste aankoop | aangemaakt op | primeira compra | data de criacao | data de registo',
  ),
  'customer.noProfiling': words(
    'no profiling | objects to profiling | profiling objection | kein profiling | widerspruch profiling | opposition profilage | sin perfilado | no profilazione | geen profilering',
  ),
  'consent.email': words(
    'consent e mail | consent email | accepts email marketing | accepts marketing | email marketing | email consent | email subscription status | newsletter | opt in email | email opt in | einwilligung e mail | einwilligung newsletter | consentement e mail | consentimiento correo | consenso e mail | toestemming e mail',
  ),
  'consent.phone': words(
    'consent phone | phone consent | accepts calls | einwilligung telefon | consentement telephone | consentimiento telefono | consenso telefono | toestemming telefoon',
  ),
  'consent.sms': words(
    'consent sms | accepts sms marketing | sms consent | sms opt in | einwilligung sms | consentement sms | consentimiento sms | consenso sms | toestemming sms',
  ),
  'consent.post': words(
    'consent post | accepts post | mailing consent | postal consent | einwilligung post | consentement courrier | consentimiento postal | consenso posta | toestemming post',
  ),
  'consent.date': words(
    'consent date | consent day | decided on | date of consent | opt in date | date | day | datum der einwilligung | datum | date du consentement | fecha | data | datum toestemming',
  ),
  'consent.channel': words('channel | consent channel | medium | kanal | canal | canale | kanaal'),
  'consent.granted': words(
    'consent | granted | opt in | decision | status | agreed | einwilligung | zustimmung | consentement | consentimiento | consenso | toestemming | consentimento',
  ),
  'product.unitCost': words(
    'unit cost | cost | cost price | cost per item | purchase price | buying price | cost of goods | wholesale price | einkaufspreis | ek | ek preis | stuckkosten | kosten | prix d achat | cout unitaire | cout | coste | coste unitario | precio de compra | costo | costo unitario | prezzo d acquisto | inkoopprijs | kostprijs | custo | preco de custo',
  ),
  'product.price': words(
    'price | unit price | sales price | list price | retail price | selling price | preis | verkaufspreis | vk | listenpreis | prix | prix de vente | precio | precio de venta | prezzo | prezzo di vendita | prijs | verkoopprijs | preco',
  ),
  'cost.date': words('date | day | datum | tag | jour | fecha | dia | data | giorno | dag'),
  'cost.activity': words(
    'activity | kind of cost | cost type | type of cost | cost kind | tatigkeit | kostenart | leistung | activite | type de cout | actividad | tipo de coste | attivita | tipo di costo | activiteit | kostensoort | atividade',
  ),
  'cost.quantity': words(
    'quantity | count | number | minutes | hours | units | menge | anzahl | minuten | stunden | quantite | cantidad | quantita | aantal | quantidade',
  ),
  'cost.amount': words(
    'cost | amount | costs | total cost | kosten | betrag | cout | montant | coste | importe | costo | importo | bedrag | custo | valor',
  ),
  'cost.rate': words(
    'cost per unit | rate | unit rate | cost rate | price per unit | kosten je einheit | kostensatz | satz | cout par unite | taux | coste por unidad | tarifa | costo per unita | tariffa | kosten per eenheid | tarief | custo por unidade',
  ),
  'cost.unit': words('unit | per | einheit | unite | unidad | unita | eenheid | unidade'),
  'cost.note': words(
    'note | comment | remark | notiz | bemerkung | remarque | nota | opmerking | observacao',
  ),
  'interaction.id': words(
    'interaction id | interaction number | case id | case number | ticket id | ticket number | id',
  ),
  'interaction.date': words(
    'date | day | contact date | created | created at | datum | tag | jour | fecha | data | giorno | dag',
  ),
  'interaction.time': words('time | uhrzeit | zeit | heure | hora | ora | tijd'),
  'interaction.type': words(
    'interaction type | interaction | contact type | type of contact | kind of contact | activity type | type | kind | event | kontaktart | art des kontakts | art | type de contact | tipo de contacto | tipo di contatto | soort contact | tipo',
  ),
  'interaction.minutes': words(
    'minutes | duration minutes | duration | time spent | support minutes | minuten | dauer | duree | minutos | duracion | minuti | durata | duur | duracao',
  ),
  'interaction.outcome': words(
    'outcome | result | ergebnis | resultat | resultado | esito | risultato | uitkomst',
  ),
  'interaction.note': words('note | comment | subject | notiz | betreff | remarque | nota | opmerking'),
  'spend.from': words(
    'from | date | day | month | period | start | start date | von | datum | monat | zeitraum | de | date debut | mois | desde | fecha | mes | dal | data | mese | van | maand | periode',
  ),
  'spend.until': words('to | until | end | end date | bis | a | au | date fin | hasta | al | fino | tot'),
  'spend.channel': words(
    'channel | source | medium | platform | advertiser | kanal | quelle | werbekanal | canal | source de trafic | fuente | canale | fonte | kanaal | bron',
  ),
  'spend.campaign': words('campaign | campaign name | kampagne | campagne | campana | campagna | campanha'),
  'spend.segment': words('segment | target segment | zielgruppe | cible | segmento | doelgroep'),
  'spend.amount': words(
    'amount spent | spend | spent | spending | marketing spend | ad spend | advertising spend | amount | cost | budget spent | ausgaben | werbeausgaben | werbekosten | betrag | kosten | depenses | montant depense | montant | gasto | gasto publicitario | importe | spesa | spesa pubblicitaria | importo | uitgaven | advertentiekosten | bedrag | gastos | investimento',
  ),
  'campaign.name': words(
    'campaign | campaign name | mailing | action | kampagne | kampagnenname | aktion | campagne | nom de la campagne | campana | campagna | campanha',
  ),
  'campaign.channel': words('channel | medium | kanal | canal | canale | kanaal'),
  'campaign.date': words(
    'campaign date | campaign day | start | start date | date | kampagnendatum | datum | date de campagne | fecha | data',
  ),
  'campaign.segment': words(
    'target segment | segment | audience | target group | zielsegment | zielgruppe | segment cible | segmento | doelgroep',
  ),
  'campaign.cost': words('campaign cost | cost | costs | spend | kosten | cout | coste | costo | custo'),
  'campaign.sent': words(
    'sent on | sent | sent at | sent date | delivered | gesendet am | gesendet | versandt am | envoye le | enviado el | enviado | inviato il | verzonden op',
  ),
  'campaign.variant': words(
    'variant | version | group | test group | variante | gruppe | varianta | variant a b',
  ),
  'campaign.opened': words('opened | open | opens | geoffnet | ouvert | abierto | aperto | geopend | aberto'),
  'campaign.clicked': words(
    'clicked | click | clicks | geklickt | clique | clic | cliccato | geklikt | clicado',
  ),
  'campaign.answered': words(
    'answered | responded | response | replied | converted | reagiert | geantwortet | antwort | repondu | respondio | respuesta | risposto | risposta | gereageerd | respondeu',
  ),
  'feedback.id': words(
    'answer id | response id | respondent id | feedback id | submission id | id | antwort id | id de reponse | id respuesta | id risposta',
  ),
  'feedback.date': words(
    'date | day | received | received on | submitted | submitted at | response date | created at | timestamp | completed | datum | tag | eingegangen am | date de reponse | fecha | data | ontvangen op',
  ),
  'feedback.time': words('time | uhrzeit | zeit | heure | hora | ora | tijd'),
  'feedback.touchpoint': words(
    'touchpoint | survey | occasion | stage | moment | kontaktpunkt | anlass | umfrage | point de contact | enquete | punto de contacto | encuesta | punto di contatto | sondaggio | contactmoment',
  ),
  'feedback.recommend': words(
    'nps | nps score | recommend | likelihood to recommend | would you recommend | how likely are you to recommend us | recommendation | weiterempfehlung | empfehlen | recommandation | recommanderiez vous | recomendacion | raccomandazione | aanbeveling | recomendacao',
  ),
  'feedback.satisfaction': words(
    'csat | satisfaction | satisfaction score | overall satisfaction | rating | stars | score | how satisfied are you | zufriedenheit | bewertung | sterne | note globale | satisfaccion | valoracion | soddisfazione | valutazione | tevredenheid | beoordeling | satisfacao',
  ),
  'feedback.rating': [],
  'feedback.comment': words(
    'comment | comments | feedback | message | review | text | what could we do better | kommentar | nachricht | anmerkung | commentaire | avis | comentario | opinion | commento | recensione | opmerking | reactie | comentarios',
  ),
  'feedback.state': words('state | status | handled | stand | bearbeitet | statut | estado | stato'),
  'feedback.answeredOn': words(
    'answered on | answered | answered at | replied on | reply date | beantwortet am | repondu le | respondido el | risposto il | beantwoord op',
  ),
  'feedback.answeredTime': words('answered time | reply time | time answered | beantwortet um'),
  'quote.id': words(
    'quote number | quote no | quote id | quote | quotation | quotation number | estimate | estimate number | offer number | proposal | angebotsnummer | angebot | angebot nr | offerte | numero de devis | devis | presupuesto | numero de presupuesto | preventivo | numero preventivo | offertenummer | orcamento',
  ),
  'quote.date': words(
    'quote date | date | day | quoted on | issued | created | estimate date | angebotsdatum | datum | date du devis | date | fecha | data | offertedatum',
  ),
  'quote.validUntil': words(
    'valid until | expiry date | expires | expiration date | gultig bis | valable jusqu au | valido hasta | valido fino al | geldig tot | valido ate',
  ),
  'quote.status': words('status | state | quote status | stand | statut | estado | stato'),
  'quote.amount': words(
    'amount | total | quote amount | value | quote total | net amount | betrag | angebotssumme | summe | montant | total ht | importe | importo | totale | bedrag | totaal | valor',
  ),
};

/** Names of shared fields that mean something only in a list of customers or of products. */
export const SHARED_WORDS: Readonly<
  Partial<Record<RecordKindName, Readonly<Partial<Record<AnyField, readonly string[]>>>>>
> = {
  customers: {
    'customer.id': words(
      'id | number | no | reference id | square customer id | kundennummer | nummer | numero | nr',
    ),
    'customer.company': words('organisation | organization | account | business'),
    'customer.street': words('address 1 | street address 1 | street address | adresse | address'),
    'customer.postcode': words('zip code | postal code | zip'),
  },
  products: {
    'product.code': words('code | number | no | id | nummer | nr | numero | codigo | codice'),
    'product.name': words('name | nom | nombre | nome | naam'),
  },
};

/** Headers that no other kind of file has; one of them tells the kind even where days and amounts look like sales. */
export const TELLING: Readonly<Record<RecordKindName, readonly string[]>> = {
  customers: [
    ...RECORD_WORDS['customer.industry'],
    ...RECORD_WORDS['customer.noProfiling'],
    ...RECORD_WORDS['customer.referredBy'],
    ...RECORD_WORDS['consent.email'],
    ...RECORD_WORDS['consent.sms'],
  ],
  products: RECORD_WORDS['product.unitCost'],
  costs: [...RECORD_WORDS['cost.activity'].slice(0, 5), ...words('kostenart | cost per unit | kostensatz')],
  interactions: [
    ...RECORD_WORDS['interaction.type'].slice(0, 6),
    ...RECORD_WORDS['interaction.minutes'].slice(0, 7),
    'kontaktart',
    'type de contact',
    'tipo de contacto',
    'tipo di contatto',
    'soort contact',
  ],
  acquisition: words(
    'amount spent | spend | spending | marketing spend | ad spend | advertising spend | werbeausgaben | werbekosten | depenses | montant depense | gasto publicitario | spesa pubblicitaria | advertentiekosten',
  ),
  campaigns: [
    ...RECORD_WORDS['campaign.sent'].filter((word) => word !== 'delivered'),
    ...RECORD_WORDS['campaign.opened'],
    ...RECORD_WORDS['campaign.clicked'],
    'campaign cost',
  ],
  feedback: [
    ...RECORD_WORDS['feedback.recommend'],
    ...words(
      'csat | satisfaction | overall satisfaction | zufriedenheit | satisfaccion | soddisfazione | tevredenheid',
    ),
    'answer id',
    'response id',
  ],
  quotes: [...RECORD_WORDS['quote.id'], ...RECORD_WORDS['quote.validUntil']],
  consent: words(
    'consent | granted | consent channel | einwilligung | consentement | consentimiento | consenso | toestemming',
  ),
};
