/** What a kind of document is to the sales. */
export type DocumentKind = 'sale' | 'credit' | 'payment' | 'purchase';

type Codes = Readonly<Record<string, DocumentKind>>;

const codes = (sale: string, credit: string, payment: string, purchase: string): Codes =>
  Object.fromEntries(
    (
      [
        ['sale', sale],
        ['credit', credit],
        ['payment', payment],
        ['purchase', purchase],
      ] as const
    ).flatMap(([kind, list]) => list.split(' ').map((code) => [code, kind] as const)),
  );

/** The short codes of bookkeeping programs, system by system: the same letters mean different papers in different ones. */
const SYSTEMS: readonly Codes[] = [
  // British ledgers: sales and purchase day books, bank, cash, visa, journals
  codes('si', 'sc', 'sr sa sd sp', 'pi pc pp pa pd br bp cr cp vr vp jd jc jn'),
  codes(
    'inv in iv dn dbn deb',
    'crn cn cm crd cre crn cdn scn sc',
    'pmt pay rct rec rcp rv',
    'jnl jrn jv po pin pcn bill bil pv ex qt est quo so do',
  ),
  // SAP: documents of customers, of billing, of suppliers
  codes('rv dr rd', 'dg gg', 'dz dy', 'sa ab kr kg kz re kn ka wa we wi wl'),
  codes('f1 f2 f8 l2 iv', 're g2 s1 s2', 'zz', 'f5'),
  // German: invoice, credit note, payment, offer, delivery note
  codes('re rg rn ar bon', 'gs gu gut rk st', 'zl za ze', 'an ag ab ls li er be'),
  // French: facture, avoir, règlement, achat, devis, bon de livraison
  codes('fa fc fac fv vt ve', 'av avo ac', 'rg reg rgt bq ca', 'ha ach de dev bl bc od an'),
  // Spanish and Portuguese
  codes('fv fc fac fe bv ft fr fs nd', 'nc ncr ab', 'rc rec rg re cb', 'pr pre oc co gt gr pf'),
  // Italian: fattura, nota di credito; the electronic kinds
  codes(
    'ft fat td01 td02 td05 td24 td25 td26 fe',
    'nc ndc td04 td08',
    'inc pag',
    'td16 td17 td18 td19 ddt dt pre ord',
  ),
  // Dutch, Danish, Norwegian, Swedish
  codes('vf vk ver fak fakt ktf', 'cf cn kre kred kn', 'bet bt ont inb inbet', 'if ik ink off mem lev'),
  // Polish and Czech
  codes('fv fvs fs pa par fp', 'fk kor fks fsk zk zw dob', 'kp wb bp', 'fz fzk pz wz fpf pf oo'),
];

/**
 * What each of these codes is, where one system knows them all and one of them is a sale; null otherwise.
 * @param words the values of a column of kinds, as they are in the file
 */
export const documentCodes = (words: readonly string[]): Codes | null => {
  const plain = words.map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
  if (plain.length < 2 || !plain.every((word) => /^[a-z]{1,4}\d{0,2}$/.test(word))) return null;
  return (
    SYSTEMS.find(
      (system) => plain.every((word) => word in system) && plain.some((word) => system[word] === 'sale'),
    ) ?? null
  );
};
