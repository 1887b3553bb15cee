import type { Field } from '../../../../../shared/model/sale-field.ts';

/** Headings of Danish, Norwegian, Swedish, Finnish, Polish, Czech, Turkish and Japanese programs, as they write them. */
const WRITTEN = {
  'order.id':
    'ordrenummer|ordrenr|ordre nr|ordre|fakturanummer|fakturanr|faktura nr|faktura|bilagsnummer|bilagsnr|bilag|kvitteringsnummer|kvittering|salgsnummer|beställningsnummer|beställning|kvittonummer|kvitto|tilausnumero|tilausnro|tilaus|laskunumero|laskun numero|lasku|kuittinumero|kuitti|numer zamówienia|nr zamówienia|zamówienie|numer faktury|nr faktury|numer paragonu|nr paragonu|paragon|numer dokumentu|nr dokumentu|číslo objednávky|objednávka|číslo faktury|číslo dokladu|doklad|účtenka|číslo účtenky|sipariş no|sipariş numarası|sipariş|fatura no|fatura numarası|fiş no|注文番号|注文id|受注番号|伝票番号|請求書番号|取引番号|レシート番号|売上番号',
  'order.date':
    'dato|ordredato|fakturadato|salgsdato|bilagsdato|købsdato|kjøpsdato|orderdatum|fakturadatum|inköpsdatum|köpdatum|försäljningsdatum|päivämäärä|pvm|päiväys|tilauspäivä|tilauspvm|myyntipäivä|laskupäivä|laskun päivä|data zamówienia|data sprzedaży|data wystawienia|data faktury|datum objednávky|datum vystavení|datum prodeje|tarih|sipariş tarihi|fatura tarihi|satış tarihi|日付|注文日|注文日時|受注日|購入日|売上日|取引日|請求日|販売日|日時',
  'order.time': 'klokkeslæt|klokkeslett|tidspunkt|klockslag|tid|kellonaika|aika|godzina|čas|saat|時刻|時間',
  'order.status':
    'ordrestatus|betalingsstatus|betalstatus|tila|tilauksen tila|maksun tila|stav|stav objednávky|status zamówienia|durum|sipariş durumu|ステータス|状態|注文状況|支払状況',
  'order.type':
    'bilagstype|transaktionstype|transaksjonstype|transaktionstyp|tapahtuma|tyyppi|rodzaj|typ dokumentu|druh|tür|種別|取引種別|区分',
  'order.currency': 'valuutta|waluta|měna|para birimi|döviz|通貨|valutakode|valutakod',
  'customer.id':
    'kundenummer|kundenr|kunde nr|kundnummer|kundnr|asiakasnumero|asiakasnro|numer klienta|nr klienta|id klienta|číslo zákazníka|müşteri no|müşteri kodu|顧客番号|顧客id|会員番号|得意先コード',
  'customer.name':
    'kundenavn|køber|kjøper|kund|kundnamn|köpare|asiakas|asiakkaan nimi|asiakasnimi|ostaja|klient|nazwa klienta|nabywca|kupujący|kontrahent|imię i nazwisko|zákazník|jméno zákazníka|odběratel|müşteri|müşteri adı|alıcı|ad soyad|顧客|顧客名|お客様|お客様名|氏名|得意先|得意先名|購入者|購入者名|navn|namn|nimi|retailer|retailer name|reseller|shopper|shopper name',
  'customer.firstName': 'fornavn|förnamn|etunimi|imię|křestní jméno|名',
  'customer.lastName': 'efternavn|etternavn|efternamn|sukunimi|nazwisko|příjmení|soyad|soyadı|姓',
  'customer.email':
    'e-post|epost|e-postadresse|e-postadress|sähköposti|sähköpostiosoite|adres e-mail|e-posta|eposta|メール|メールアドレス',
  'customer.phone':
    'tlf|mobilnummer|telefonnummer|puhelin|puhelinnumero|numer telefonu|telefonní číslo|cep telefonu|電話|電話番号',
  'customer.company': 'virksomhed|bedrift|företag|företagsnamn|yritys|spółka|společnost|şirket|会社名',
  'customer.street': 'gade|gateadresse|gatuadress|osoite|katuosoite|ulica|adresa|ulice|住所',
  'customer.city': 'poststed|postort|kaupunki|paikkakunta|miasto|miejscowość|město|obec|şehir|市区町村',
  'customer.postcode': 'postnummer|postnr|postinumero|kod pocztowy|psč|posta kodu|郵便番号',
  'customer.country': 'maa|kraj|země|ülke|国',
  'product.code':
    'varenummer|varenr|tuotekoodi|tuotenumero|kod produktu|indeks|kód zboží|kód produktu|ürün kodu|stok kodu|商品コード|品番|商品番号',
  'product.name':
    'vare|varenavn|varetekst|ydelse|tjeneste|vara|benämning|produktnamn|produktnavn|tuote|tuotenimi|tuotteen nimi|nimike|nazwa produktu|towar|nazwa towaru|usługa|zboží|název|název produktu|položka|ürün|ürün adı|malzeme|hizmet|商品|商品名|品名|品目',
  'product.category': 'kategori|varegruppe|varugrupp|tuoteryhmä|kategoria|kategorie|カテゴリ|カテゴリー|分類',
  'line.quantity':
    'antal|antall|kpl|määrä|lukumäärä|ilość|liczba|szt|množství|počet|ks|adet|miktar|数量|個数',
  'line.unitPrice':
    'pris|stykpris|stykkpris|enhedspris|enhetspris|styckpris|á-pris|hinta|yksikköhinta|à-hinta|cena|cena jednostkowa|cena jedn|cena za kus|jednotková cena|fiyat|birim fiyat|birim fiyatı|単価|価格|販売価格|wholesale price|trade price|dealer price|händlerpreis|prix de gros|precio mayorista',
  'line.amount':
    'beløb|beløp|belopp|samlet beløb|totalbeløb|totalbeløp|totalbelopp|totalsum|linjebeløb|linjebeløp|radsumma|summa|i alt|att betala|omsætning|omsetning|omsättning|yhteensä|loppusumma|kokonaissumma|kwota|wartość|razem|kwota brutto|wartość brutto|kwota netto|wartość netto|do zapłaty|částka|celkem|cena celkem|celková cena|tržba|tutar|toplam|toplam tutar|tutarı|金額|合計|合計金額|売上|売上金額|総額|請求金額|支払金額|captured amount|capturedamount|amount captured',
  'line.discount': 'rabat|alennus|upust|sleva|indirim|iskonto|割引|割引額|値引|値引き',
  'line.tax':
    'moms|momsbeløb|momsbelopp|mva|alv|arvonlisävero|podatek|kwota vat|dph|kdv|kdv tutarı|消費税|消費税額|税額',
  'line.shipping':
    'fragt|frakt|levering|toimituskulut|koszt dostawy|przesyłka|dostawa|doprava|poštovné|kargo|kargo ücreti|送料',
} as const satisfies Partial<Record<Field, string>>;

/** As headings are compared: lower case, without accents, signs between words as spaces. */
const folded = (words: string): string[] =>
  words.split('|').map((word) =>
    word
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );

export const FURTHER_WORDS: Readonly<Partial<Record<Field, readonly string[]>>> = Object.fromEntries(
  Object.entries(WRITTEN).map(([field, words]) => [field, folded(words)]),
);
