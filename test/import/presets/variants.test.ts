import { describe, expect, test } from 'vitest';
import { identifyPreset } from '../../../src/main/import/presets/index.ts';
import type { ImportOptions } from '../../../src/shared/model/importing.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';
import { gist } from './support.ts';

const read = async (options: ImportOptions, ...lines: readonly string[]) =>
  gist(await take(aPortfolio(), `${lines.join('\n')}\n`, { timezone: 'Europe/Berlin', ...options }));

const US = { locale: 'en-US', currency: 'USD', timezone: 'America/New_York' };
const DE = { locale: 'de-DE', currency: 'EUR' };
const FR = { locale: 'fr-FR', currency: 'EUR' };

/** Invented exports with the headers and words of other languages, older and newer versions; counted by hand. */
describe('exports of known products as other owners have them', () => {
  test('PayPal in German: only received payments, also from the phone; its own refund of a purchase is no sale', async () => {
    expect(
      await read(
        DE,
        '"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Entgelt","Netto","Absender E-Mail-Adresse","Empfänger E-Mail-Adresse","Transaktionscode","Umsatzsteuer","Zugehöriger Transaktionscode","Auswirkung auf Guthaben"',
        '"18.04.2026","10:00:00","CEST","Anna","Website-Zahlung","Abgeschlossen","EUR","1.234,56","-30,00","1.204,56","anna@example.com","laden@example.com","A1","0,00","","Haben"',
        '"18.04.2026","11:00:00","CEST","Bert","Handyzahlung","Abgeschlossen","EUR","10,00","-0,50","9,50","bert@example.com","laden@example.com","A2","0,00","","Haben"',
        '"19.04.2026","11:00:00","CEST","Großhandel","PayPal Express-Zahlung","Abgeschlossen","EUR","-99,00","0,00","-99,00","laden@example.com","g@example.com","A3","0,00","","Soll"',
        '"20.04.2026","11:00:00","CEST","Großhandel","Rückzahlung","Abgeschlossen","EUR","20,00","0,00","20,00","g@example.com","laden@example.com","A4","0,00","A3","Haben"',
        '"20.04.2026","12:00:00","CEST","Bert","Rückzahlung","Abgeschlossen","EUR","-10,00","0,50","-9,50","laden@example.com","bert@example.com","A5","0,00","A2","Soll"',
        '"21.04.2026","12:00:00","CEST","","Allgemeine Abbuchung","Abgeschlossen","EUR","-500,00","0,00","-500,00","","","A6","0,00","","Soll"',
        '"21.04.2026","13:00:00","CEST","Cid","Website-Zahlung","Ausstehend","EUR","5,00","0,00","5,00","c@example.com","","A7","0,00","","Memo"',
      ),
    ).toMatchObject({
      preset: 'paypal-activity',
      imported: 3,
      leftOut: 4,
      refunds: 1,
      revenue: 123_456 + 1000 - 1000,
    });
  });

  test('PayPal in French', async () => {
    expect(
      await read(
        FR,
        '"Date","Heure","Fuseau horaire","Nom","Type","État","Devise","Avant commission","Commission","Net","De l\'adresse email","À l\'adresse email","Numéro de transaction","Impact sur le solde"',
        '"18/04/2026","10:00:00","CEST","Anne","Paiement Express Checkout","Terminé","EUR","1 553,53","-45,00","1 508,53","anne@example.com","moi@example.com","A1","Crédit"',
        '"18/04/2026","11:00:00","CEST","","Virement standard","Terminé","EUR","-200,00","0,00","-200,00","","","A2","Débit"',
      ),
    ).toMatchObject({ preset: 'paypal-activity', imported: 1, leftOut: 1, revenue: 155_353 });
  });

  test('Stripe with fifteen columns, and with a payment in another currency that was converted', async () => {
    expect(
      await read(
        US,
        'id,Created (UTC),Amount,Currency,Converted Amount,Converted Currency,Description,Status,Customer ID,Customer Email,Captured,Card ID,Invoice ID,Mode,Seller Message',
        'ch_1,2026-04-10 13:48:02,80.00,usd,80.00,usd,Plan,Paid,cus_1,ann@example.com,true,c,,Live,',
        'ch_2,2026-04-10 14:48:02,100.00,eur,110.00,usd,Plan,Paid,cus_2,bob@example.com,true,c,,Live,',
        'py_3,2026-04-10 15:48:02,20.00,usd,20.00,usd,Debit,Pending,cus_2,bob@example.com,false,c,,Live,',
        'ch_4,2026-04-10 16:48:02,70.00,gbp,,,Plan,Paid,cus_3,cid@example.com,true,c,,Live,',
        'ch_5,2026-04-10 17:48:02,70.00,usd,70.00,usd,Plan,Failed,cus_3,cid@example.com,false,c,,Live,',
      ),
    ).toMatchObject({
      preset: 'stripe-payments',
      imported: 3,
      leftOut: 2,
      revenue: 8000 + 11_000 + 2000,
      codes: { 'currency-without-rate': 1, 'status-left-out': 1 },
    });
  });

  test('Shopify with 73 columns’ headings, and a gift card that was sold beside a mug', async () => {
    expect(
      await read(
        US,
        'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem requires shipping,Billing Name,Cancelled at,Refunded Amount',
        // mug 20 + gift card 50 + shipping 5 + tax 2 = 77
        '#1001,ann@example.com,paid,,USD,70.00,5.00,2.00,77.00,0.00,2026-05-02 12:00:00 -0400,1,Mug,20.00,M,true,Ann Abel,,0.00',
        '#1001,ann@example.com,,,,,,,,,2026-05-02 12:00:00 -0400,1,Gift Card - $50,50.00,,false,,,',
        '#1002,bob@example.com,paid,,USD,9.00,0.00,0.00,9.00,0.00,2026-05-03 12:00:00 -0400,1,Gift card holder,9.00,H,true,Bob Berg,,0.00',
      ),
    ).toMatchObject({
      preset: 'shopify-orders',
      imported: 2,
      leftOut: 1,
      orders: 2,
      revenue: 2500 + 900,
      codes: { 'not-a-sale': 1 },
    });
  });

  test('Square items without Commission, Employee and Event Type', async () => {
    expect(
      await read(
        US,
        'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name',
        '12/27/2018 ,13:03:14,,None,Cake,2,Regular,,,$14.00 ,($1.00),$13.00 ,$1.14 ,T1,P1,',
        '12/28/2018 ,13:03:14,,None,Cake,-1,Regular,,,($7.00),$0.00 ,($7.00),$0.00 ,T2,P2,',
      ),
    ).toMatchObject({ preset: 'square-items', imported: 2, refunds: 1, revenue: 600 });
  });

  test('QuickBooks’ older layout, and Desktop’s with blank columns between', async () => {
    expect(
      await read(
        US,
        'The Company,,,,,,,,,',
        ',Date,Transaction Type,Num,Product/Service,Memo/Description,Qty,Sales Price,Amount,Balance',
        'Ann Abel,,,,,,,,,',
        ',07/29/2025,Invoice,1,Coat,Red,2,100.00,200.00,200.00',
        'Total for Ann Abel,,,,,,2,,$200.00,',
        'TOTAL,,,,,,2,,$200.00,',
      ),
    ).toMatchObject({ preset: 'quickbooks-sales-by-customer', imported: 1, revenue: 20_000, customers: 1 });
    expect(
      await read(
        US,
        ',,Type,,Date,,Num,,Memo,,Name,,Item,,Qty,,Sales Price,,Amount,,Balance',
        'Ann Abel,,,,,,,,,,,,,,,,,,,,',
        ',,Invoice,,07/29/2025,,1,,Red,,Ann Abel,,Coat,,2,,100.00,,200.00,,200.00',
        ',,Credit Memo,,07/30/2025,,2,,Red,,Ann Abel,,Coat,,-1,,100.00,,-100.00,,100.00',
        'Total Ann Abel,,,,,,,,,,,,,,1,,,,100.00,,100.00',
        'TOTAL,,,,,,,,,,,,,,1,,,,100.00,,100.00',
      ),
    ).toMatchObject({ preset: 'quickbooks-sales-by-customer', imported: 2, refunds: 1, revenue: 10_000 });
  });

  test('Xero’s import template: starred headings, no totals, no type', async () => {
    expect(
      await read(
        { locale: 'en-GB', currency: 'GBP' },
        '*ContactName,EmailAddress,POCity,*InvoiceNumber,Reference,*InvoiceDate,*DueDate,InventoryItemCode,*Description,*Quantity,*UnitAmount,Discount,*AccountCode,*TaxType,Currency',
        'Kobe Ltd,k@example.com,Leeds,INV-1,,13/04/2026,27/04/2026,W,Widget,2,50.00,,200,20% (VAT on Income),GBP',
      ),
    ).toMatchObject({ preset: 'xero-sales-invoices', imported: 1, revenue: 10_000, customers: 1 });
  });

  test.each([
    [
      'German',
      DE,
      '"Datum/Uhrzeit","Abrechnungsnummer","Typ","Bestellnummer","SKU","Beschreibung","Menge","Marketplace","Umsätze","Gutschrift für Versandkosten","Rabatte aus Werbeaktionen","Verkaufsgebühren","Gesamt"',
      ['"31.12.2025 20:10:11 UTC"', '"Bestellung"', '"Erstattung"', '"Übertrag"'],
      ['"40,00"', '"5,00"', '"-4,00"'],
    ],
    [
      'French',
      FR,
      '"date/heure","numéro de versement","type","numéro de la commande","sku","description","quantité","Marketplace","ventes de produits","crédits d\'expédition","Rabais promotionnels","frais de vente","total"',
      ['"31 déc. 2025 20:10:11 UTC"', '"Commande"', '"Remboursement"', '"Transfert"'],
      ['"40,00"', '"5,00"', '"-4,00"'],
    ],
    [
      'Italian',
      { locale: 'it-IT', currency: 'EUR' },
      '"Data/Ora:","Numero pagamento","Tipo","Numero ordine","SKU","Descrizione","Quantità","Marketplace","Vendite","Accrediti per le spedizioni","Sconti promozionali","Commissioni di vendita","totale"',
      ['"31 dic 2025 20:10:11 UTC"', '"Ordine"', '"Rimborso"', '"Trasferimento"'],
      ['"40,00"', '"5,00"', '"-4,00"'],
    ],
    [
      'British',
      { locale: 'en-GB', currency: 'GBP' },
      '"date/time","settlement id","type","order id","sku","description","quantity","marketplace","product sales","postage credits","promotional rebates","selling fees","total"',
      ['"31 Dec 2025 20:10:11 UTC"', '"Order"', '"Refund"', '"Transfer"'],
      ['"40.00"', '"5.00"', '"-4.00"'],
    ],
  ] as const)('Amazon’s date range in its %s form', async (_, options, header, words, amounts) => {
    const [when, order, refund, transfer] = words;
    const [sales, shipping, rebate] = amounts;
    const row = (type: string, id: string, sum: string) =>
      `${when},"1",${type},"${id}","L","Lamp","1","amazon",${sum},"0","0"`;
    expect(
      await read(
        options,
        '"Includes Amazon Marketplace transactions"',
        '"All amounts in the currency of the marketplace"',
        header,
        row(order, '1-1', `${sales},${shipping},${rebate}`),
        row(refund, '1-2', `"-10","0","0"`),
        row(transfer, '', `"0","0","0"`),
      ),
    ).toMatchObject({
      preset: 'amazon-date-range',
      imported: 2,
      leftOut: 1,
      refunds: 1,
      revenue: 4100 - 1000,
      codes: { 'not-a-sale': 1 },
    });
  });

  test('eBay in British and French, with a currency in each cell and a footer that counts', async () => {
    const british = await take(
      aPortfolio(),
      [
        '',
        '"Sales record number","Order number","Buyer username","Buyer name","Post to name","Item number","Item title","Custom label","Quantity","Sold for","Postage and packaging","Total price","Sale date"',
        '"1","23-1","ann1","Ann Abel","Ann Abel","77","Lamp","L","1","£30.00","£4.00","£34.00","26-May-26"',
        '"2","23-2","bob1","Bob Berg","Bob Berg","78","Shade","S","2","AU $10.00","AU $0.00","AU $20.00","27-May-26"',
        '2,record(s) downloaded,,,,,,,,,,,',
        '',
      ].join('\n'),
      { locale: 'en-GB', currency: 'GBP' },
    );
    expect(gist(british)).toMatchObject({
      preset: 'ebay-orders',
      imported: 1,
      leftOut: 2,
      revenue: 3400,
      codes: { 'currency-without-rate': 1, 'footer-row': 1 },
    });
    expect(
      await read(
        FR,
        '"Numéro de vente";"Numéro de commande";"Nom d\'utilisateur de l\'acheteur";"Titre de l\'annonce";"Quantité";"Vendu pour";"Date de vente"',
        '"1";"23-1";"anne1";"Lampe";"1";"1 234,50 €";"10-déc-25"',
      ),
    ).toMatchObject({ preset: 'ebay-orders', imported: 1, revenue: 123_450 });
  });

  test('WooCommerce’s own report, and an export without the order’s total', async () => {
    expect(
      await read(
        US,
        'Date,"Order #","N. Revenue",Status,Customer,"Customer type","Product(s)","Items sold","Coupon(s)"',
        '"2026-05-01 10:00:00",1001,30.00,completed,"Ann Abel",new,"2× Mug, 1× Plate",3,',
        '"2026-05-02 10:00:00",1002,10.00,cancelled,"Bob Berg",new,"1× Mug",1,',
      ),
    ).toMatchObject({
      preset: 'woocommerce-analytics',
      imported: 1,
      leftOut: 1,
      revenue: 3000,
      customers: 1,
    });
    expect(
      await read(
        US,
        '"Order Number","Order Status","Order Date","Email (Billing)",SKU,"Item Name","Quantity (- Refund)","Item Cost"',
        '1001,Completed,2026-03-04 10:22,ana@example.com,A,Mug,2,10.00',
        '1001,Completed,2026-03-04 10:22,ana@example.com,B,Plate,1,10.00',
      ),
    ).toMatchObject({ preset: 'woocommerce-orders', imported: 2, orders: 1, revenue: 3000 });
  });

  test('Zoho: shipping, discount and adjustment of an invoice count once', async () => {
    expect(
      await read(
        US,
        'Invoice Date,Invoice Number,Invoice Status,Customer Name,Currency Code,Item Name,Quantity,Item Price,Item Total,Item Tax Amount,Shipping Charge,Adjustment,Entity Discount Amount,Total',
        '2026-02-14,INV-1,Closed,Kobe,USD,Widget,2,50,100,10,7,-1,6,170',
        '2026-02-14,INV-1,Closed,Kobe,USD,Gadget,1,50,50,5,7,-1,6,170',
      ),
    ).toMatchObject({ preset: 'zoho-invoices', imported: 2, orders: 1, revenue: 15_000 + 700 - 100 - 600 });
  });

  test('SumUp in English and French', async () => {
    expect(
      await read(
        { locale: 'en-GB', currency: 'GBP' },
        'Date,Type,Transaction ID,Payment method,Quantity,Description,Category,SKU,Currency,Price before discount,Discount,Price (gross),Price (net),Tax,Tax rate,Account',
        '14/03/2026 10:15,Sale,T1,Card,2,Bread,,,GBP,12.00,0.00,12.00,10.00,2.00,20%,k',
        '14/03/2026 10:15,Sale,T1,Card,1,Tip,,,GBP,2.00,0.00,2.00,2.00,0.00,0%,k',
      ),
    ).toMatchObject({ preset: 'sumup-sales', imported: 1, leftOut: 1, revenue: 1000 });
    expect(
      await read(
        FR,
        'Date;Type;Numéro de transaction;Mode de paiement;Quantité;Description;Catégorie;Devise;Remise;Prix (TTC);Prix (HT);TVA',
        '14/03/2026 10:15;Vente;T1;Carte;2;Pain;;EUR;0,00;12,00;10,00;2,00',
        '15/03/2026 10:15;Remboursement;T1;Carte;1;Pain;;EUR;0,00;6,00;5,00;1,00',
      ),
    ).toMatchObject({ preset: 'sumup-sales', imported: 2, refunds: 1, revenue: 500 });
  });

  test('Toast without item descriptions and customers; a voided check does not count', async () => {
    expect(
      await read(
        US,
        'Location Code,Opened Date,Opened Time,Server,Tax,Tender,Check Id,Check #,Total,Table Size,Discount,Voided',
        '1,2026-03-01,6:30 PM,Sam,2.00,Card,c1,11,32.00,2,0,false',
        '1,2026-03-01,6:45 PM,Sam,1.00,Card,c2,12,11.00,2,0,true',
      ),
    ).toMatchObject({ preset: 'toast-check-details', imported: 1, leftOut: 1, revenue: 3000 });
  });

  test.each([
    ['a bank statement', ['Date', 'Type', 'Number', 'Description', 'Amount', 'Balance']],
    ['another payment service', ['Date', 'Description', 'Gross', 'Fee', 'Net', 'Transaction ID']],
    ['another shop', ['Order ID', 'Order Date', 'Order Status', 'Product Name', 'Quantity', 'Item Price']],
    ['a marketplace', ['Order Number', 'User ID', 'Sale Price', 'Sale Date']],
    [
      'bookkeeping',
      ['Date', 'Invoice Number', 'Status', 'Customer Name', 'Item Name', 'Quantity', 'Item Price'],
    ],
  ])('%s is none of them', (_, header) => {
    expect(identifyPreset(header)).toBeNull();
  });
});
