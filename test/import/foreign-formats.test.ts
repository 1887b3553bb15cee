import { describe, expect, test } from 'vitest';
import { aFile } from '../support/folder.ts';
import { gist, importAt, importLines } from './presets/support.ts';
import { zipOf } from './read/zip-of.ts';

describe('a format that is no list of sales is named, with what to export instead', () => {
  test.each([
    [
      'IIF',
      '!TRNS\tTRNSTYPE\tDATE\tAMOUNT\n!SPL\tTRNSTYPE\tDATE\tAMOUNT\n!ENDTRNS\n',
      /QuickBooks IIF.*Sales by Customer/,
    ],
    ['IIF with lists before', '!HDR\tPROD\tVER\nHDR\tQuickBooks\t1\n!CUST\tNAME\n', /QuickBooks IIF/],
    ['OFX', 'OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1>\n', /OFX.*bank/],
    ['OFX in XML', '<?xml version="1.0"?>\n<?OFX OFXHEADER="200"?>\n<OFX></OFX>\n', /OFX.*bank/],
    ['QIF', '!Type:Bank\nD01/02/2026\nT12.00\nPShop\n^\n', /QIF.*bank/],
    ['MT940', ':20:START\n:25:1234/567\n:28C:1/1\n:60F:C260101EUR1,00\n', /MT940 bank statement/],
    [
      'CAMT.053',
      '<?xml version="1.0"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"></Document>',
      /CAMT bank statement/,
    ],
    ['SAF-T', '<?xml version="1.0"?><n1:AuditFile xmlns:n1="urn:x"></n1:AuditFile>', /SAF-T/],
    [
      'an electronic invoice',
      '<?xml version="1.0"?><rsm:CrossIndustryInvoice xmlns:rsm="urn:x"/>',
      /electronic invoice/,
    ],
    ['FatturaPA', '<?xml version="1.0"?><p:FatturaElettronica versione="FPR12"/>', /electronic invoice/],
    ['DATEV', 'EXTF;510;21;Buchungsstapel;7;;;\nUmsatz;Soll/Haben;Konto\n1,00;S;1\n', /DATEV/],
    ['FEC', 'JournalCode|JournalLib|EcritureNum|EcritureDate\nVE|Ventes|1|20260102\n', /FEC.*French/],
    ['DSFinV-K', 'Z_KASSE_ID;Z_ERSTELLUNG;Z_NR;BON_ID\n1;2026;1;1\n', /DSFinV-K/],
    [
      'a flat sheet',
      '<?xml version="1.0"?><office:document xmlns:office="urn:x"></office:document>',
      /\.fods.*\.ods/,
    ],
    ['other XML', '<?xml version="1.0"?><orders><order/></orders>', /XML file, not a table/],
    ['JSON', '[{"date": "2026-01-02", "amount": 4}]', /JSON file/],
    ['contact cards', 'BEGIN:VCARD\nVERSION:3.0\nFN:Pia\nEND:VCARD\n', /contact cards/],
  ])('%s', async (_what, text, sentence) => {
    await expect(importAt(aFile(text, 'download.txt'))).rejects.toThrow(sentence);
    await expect(importAt(aFile(`\ufeff${text}`, 'download.txt'))).rejects.toThrow(sentence);
  });

  test('a folder of a till’s tables, and one of invoices, in a zip', async () => {
    const part = (name: string, content: string) => ({ name, content });
    const till = zipOf([part('transactions.csv', 'Z_NR;X\n1;2\n'), part('lines.csv', 'Z_NR;Y\n1;2\n')]);
    await expect(importAt(aFile(till, 'till.zip'))).rejects.toThrow(/DSFinV-K/);
    const invoices = zipOf([part('one.xml', '<a/>'), part('two.xml', '<a/>')]);
    await expect(importAt(aFile(invoices, 'invoices.zip'))).rejects.toThrow(/electronic invoices/);
  });
});

test('payments of Stripe with columns of one’s own choice, known by the payment or the invoice', async () => {
  const result = await importLines([
    'Status,Currency,Amount,Created (UTC),PaymentIntent ID,Customer Email',
    'Paid,usd,31.00,2026-03-02 10:00:00,pi_1,pia@example.com',
    'Refunded,usd,12.00,2026-03-03 10:00:00,pi_2,pia@example.com',
    'Failed,usd,99.00,2026-03-04 10:00:00,pi_3,pia@example.com',
  ]);
  expect(gist(result)).toMatchObject({ preset: 'stripe-payments', orders: 2, revenue: 4300, leftOut: 1 });
});

test('PayPal’s short list in German', async () => {
  const result = await importLines(
    [
      '"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Betrag","Empfangsnummer","Guthaben"',
      '"14.03.2026","10:00:00","CET","Pia Lund","Website-Zahlung","Abgeschlossen","EUR","1.031,00","","1.031,00"',
      '"14.03.2026","11:00:00","CET","Papier AG","Website-Zahlung","Abgeschlossen","EUR","-31,00","","1.000,00"',
      '"15.03.2026","11:00:00","CET","","Allgemeine Abbuchung","Abgeschlossen","EUR","-1.000,00","","0,00"',
    ],
    { locale: 'de-DE', currency: 'EUR' },
  );
  expect(gist(result)).toMatchObject({ preset: 'paypal-activity', orders: 1, revenue: 103_100, leftOut: 2 });
});
