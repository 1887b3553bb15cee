import type { Version } from './version.ts';

/** Payment services: headings as older, newer and other owners' exports have them, as far as is known; rows invented and counted by hand. */
export const PAYMENTS: readonly Version[] = [
  {
    title: 'wave',
    preset: 'wave-transactions',
    rows: [
      'Transaction ID,Transaction Date,Account Name,Transaction Description,Transaction Line Description,Amount (One column), ,Debit Amount (Two Column Approach),Credit Amount (Two Column Approach),Other Accounts for this Transaction,Customer,Vendor,Invoice Number,Bill Number,Notes / Memo,Amount Before Sales Tax,Sales Tax Amount,Sales Tax Name,Transaction Date Added,Transaction Date Last Modified,Account Group,Account Type,Account ID',
      '1,2026-01-15,Accounts Receivable,Ann - Invoice 1,,110.00,,110.00,,"Sales, GST",Ann Abel,,1,,,,,,2026-01-15,2026-01-15,Asset,System Receivable Invoice,',
      '1,2026-01-15,Sales,Ann - Invoice 1,Mug,100.00,,,100.00,"Accounts Receivable, GST",Ann Abel,,1,,,100.00,10.00,GST,2026-01-15,2026-01-15,Income,Income,4000',
      '1,2026-01-15,GST,Ann - Invoice 1,,10.00,,,10.00,"Accounts Receivable, Sales",Ann Abel,,1,,,,,,2026-01-15,2026-01-15,Liability,Sales Tax on Sales and Purchases,',
      '2,2026-01-16,Checking,Payment,,110.00,,110.00,,Accounts Receivable,Ann Abel,,1,,,,,,2026-01-16,2026-01-16,Asset,Cash and Bank,',
      '2,2026-01-16,Accounts Receivable,Payment,,-110.00,,,110.00,Checking,Ann Abel,,1,,,,,,2026-01-16,2026-01-16,Asset,System Receivable Invoice,',
      '3,2026-01-17,Rent Expense,Rent,,500.00,,500.00,,Checking,,Landlord,,,,,,,2026-01-17,2026-01-17,Expense,Operating Expense,',
    ],
    comes: { revenue: 10000, orders: 1, customers: 1, leftOut: 5 },
  },
  {
    title: 'stripe all default columns',
    preset: 'stripe-payments',
    rows: [
      'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,Converted Currency,Decline Reason,Description,Fee,Is Link,Link Funding,Mode,PaymentIntent ID,Payment Source Type,Refunded date (UTC),Statement Descriptor,Status,Seller Message,Taxes On Fee,Customer ID,Customer Description,Customer Email',
      'ch_1,2026-01-15 10:00:00,80.00,0.00,usd,true,80.00,0.00,usd,,Sub,2.00,false,,Live,pi_1,card,,,Paid,Payment complete.,0,cus_1,Ann,ann@example.com',
      'ch_2,2026-01-16 10:00:00,80.00,30.00,usd,true,80.00,30.00,usd,,Sub,2.00,false,,Live,pi_2,card,2026-01-18 10:00:00,,Partially Refunded,Payment complete.,0,cus_2,Bob,bob@example.com',
      'ch_3,2026-01-17 10:00:00,99.00,0.00,usd,true,99.00,0.00,usd,,Sub,2.00,false,,Test,pi_3,card,,,Paid,Payment complete.,0,cus_2,Bob,bob@example.com',
      'ch_4,2026-01-17 10:00:00,99.00,0.00,usd,false,,,,card_declined,Sub,0,false,,Live,pi_4,card,,,Failed,Declined,0,cus_2,Bob,bob@example.com',
      'ch_5,2026-01-17 10:00:00,99.00,0.00,usd,false,,,,,Sub,0,false,,Live,pi_5,card,,,Uncaptured,,0,cus_2,Bob,bob@example.com',
    ],
    comes: { revenue: 13000, refunds: 1, customers: 2, leftOut: 3 },
  },
  {
    title: 'stripe older header',
    preset: 'stripe-payments',
    rows: [
      'id,Description,Seller Message,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount,Converted Amount Refunded,Fee,Tax,Converted Currency,Mode,Status,Statement Descriptor,Customer ID,Customer Description,Customer Email,Captured,Card ID,Card Last4,Card Brand,Card Name,Transfer,Transfer Date (UTC),Transfer Group',
      'ch_1,Sub,Payment complete.,2026-01-15 10:00,80.00,0.00,usd,80.00,0.00,2.00,0.00,usd,Live,Paid,,cus_1,Ann,ann@example.com,TRUE,c,4242,Visa,Ann Abel,po_1,2026-01-17 00:00,',
    ],
    comes: { revenue: 8000, customers: 1 },
  },
  {
    title: 'paypal UK',
    preset: 'paypal-activity',
    locale: 'en-GB',
    rows: [
      '"Date","Time","Time zone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Delivery Address","Address Status","Item Title","Item ID","Postage and Packing Amount","Insurance Amount","VAT","Reference Txn ID","Invoice Number","Quantity","Receipt ID","Balance","Address Line 1","Town/City","County","Postcode","Country","Contact Phone Number","Subject","Note","Country Code","Balance Impact"',
      '"15/01/2026","10:00:00","GMT","Ann Abel","Express Checkout Payment","Completed","GBP","100.00","-3.00","97.00","ann@example.com","me@example.com","A1","","","Mug","","0.00","0.00","0.00","","","1","","97.00","","","","","","","","","GB","Credit"',
      '"16/01/2026","10:00:00","GMT","Bob Berg","PreApproved Payment Bill User Payment","Completed","GBP","-20.00","0.00","-20.00","me@example.com","bob@example.com","A2","","","","","0.00","0.00","0.00","","","1","","77.00","","","","","","","","","GB","Debit"',
      '"17/01/2026","10:00:00","GMT","Ann Abel","Payment Refund","Completed","GBP","-10.00","0.30","-9.70","me@example.com","ann@example.com","A3","","","","","0.00","0.00","0.00","A1","","1","","67.00","","","","","","","","","GB","Debit"',
      '"18/01/2026","10:00:00","GMT","","General Currency Conversion","Completed","GBP","50.00","0.00","50.00","","","A4","","","","","0.00","0.00","0.00","","","1","","67.00","","","","","","","","","GB","Credit"',
      '"19/01/2026","10:00:00","GMT","Cid","Mass Pay Payment","Completed","GBP","30.00","0.00","30.00","cid@example.com","me@example.com","A5","","","","","0.00","0.00","0.00","","","1","","67.00","","","","","","","","","GB","Credit"',
    ],
    comes: { revenue: 12000, refunds: 1, leftOut: 2 },
  },
  {
    title: 'stripe unified with refund date, customer metadata',
    preset: 'stripe-payments',
    rows: [
      'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Description,Fee,Mode,Status,Customer ID,Customer Email,Customer Name,Card Name',
      'ch_1,2026-01-15 23:30:00,80.00,0.00,usd,TRUE,Sub,2.00,Live,Paid,cus_1,ann@example.com,Ann Abel,A ABEL',
      'ch_2,2026-01-16 10:00:00,80.00,80.00,usd,TRUE,Sub,2.00,Live,Refunded,cus_2,bob@example.com,Bob,B',
      'ch_3,2026-01-16 10:00:00,80.00,0.00,usd,FALSE,Sub,2.00,Live,Requires action,cus_2,bob@example.com,Bob,B',
      'ch_4,2026-01-16 10:00:00,80.00,0.00,usd,FALSE,Sub,2.00,Live,Canceled,cus_2,bob@example.com,Bob,B',
    ],
    comes: { revenue: 8000, refunds: 1, customers: 2, leftOut: 2 },
  },
  {
    title: 'paypal es',
    preset: 'paypal-activity',
    locale: 'es-ES',
    rows: [
      '"Fecha","Hora","Zona horaria","Nombre","Tipo","Estado","Divisa","Bruto","Comisión","Neto","Correo electrónico del remitente","Correo electrónico del destinatario","Id. de transacción","Impacto en el saldo"',
      '"15/01/2026","10:00:00","CET","Ana","Pago de Pago exprés","Completado","EUR","100,00","-3,00","97,00","ana@example.com","yo@example.com","A1","Crédito"',
      '"16/01/2026","10:00:00","CET","Bruno","Reembolso de pago","Completado","EUR","-10,00","0,30","-9,70","yo@example.com","ana@example.com","A2","Débito"',
      '"17/01/2026","10:00:00","CET","","Transferencia a cuenta bancaria","Completado","EUR","-50,00","0,00","-50,00","","","A3","Débito"',
    ],
    comes: { revenue: 9000, refunds: 1, leftOut: 1 },
  },
  {
    title: 'paypal it',
    preset: 'paypal-activity',
    locale: 'it-IT',
    rows: [
      '"Data","Orario","Fuso orario","Nome","Tipo","Stato","Valuta","Lordo","Tariffa","Netto","Indirizzo email mittente","Indirizzo email destinatario","Codice transazione","Impatto sul saldo"',
      '"15/01/2026","10:00:00","CET","Anna","Pagamento Express Checkout","Completata","EUR","100,00","-3,00","97,00","anna@example.com","io@example.com","A1","Accredito"',
      '"16/01/2026","10:00:00","CET","","Prelievo generico","Completata","EUR","-50,00","0,00","-50,00","","","A3","Addebito"',
    ],
    comes: { revenue: 10000, leftOut: 1 },
  },
  {
    title: 'paypal nl',
    preset: 'paypal-activity',
    locale: 'nl-NL',
    rows: [
      '"Datum","Tijd","Tijdzone","Naam","Type","Status","Valuta","Bruto","Kosten","Net","Van e-mailadres","Naar e-mailadres","Transactiereferentie","Effect op saldo"',
      '"15-1-2026","10:00:00","CET","Anna","Express Checkout-betaling","Voltooid","EUR","100,00","-3,00","97,00","anna@example.com","ik@example.com","A1","Bij"',
      '"16-1-2026","10:00:00","CET","","Algemene opname","Voltooid","EUR","-50,00","0,00","-50,00","","","A3","Af"',
    ],
    comes: { revenue: 10000, leftOut: 1 },
  },
  {
    title: 'paypal personal statement',
    preset: 'paypal-activity',
    rows: [
      '"Date","Time","Time Zone","Description","Currency","Gross","Fee","Net","Balance","Transaction ID","From Email Address","Name","Bank Name","Bank Account","Shipping and Handling Amount","Sales Tax","Invoice ID","Reference Txn ID"',
      '"1/15/2026","10:00:00","PST","Website Payment","USD","100.00","-3.00","97.00","97.00","A1","ann@example.com","Ann Abel","","","0.00","0.00","",""',
      '"1/16/2026","10:00:00","PST","General Withdrawal","USD","-50.00","0.00","-50.00","47.00","A2","","","Bank","1","0.00","0.00","",""',
    ],
    comes: { revenue: 10000, leftOut: 1, customers: 1 },
  },
  {
    title: 'wave reordered/less',
    preset: 'wave-transactions',
    rows: [
      'Transaction ID,Transaction Date,Account Name,Transaction Description,Transaction Line Description,Amount (One column),Debit Amount (Two Column Approach),Credit Amount (Two Column Approach),Customer,Account Group,Account Type',
      '1,2026-01-15,Consulting Income,Inv,Work,100.00,,100.00,Ann Abel,Income,Income',
      '1,2026-01-15,Accounts Receivable,Inv,,100.00,100.00,,Ann Abel,Asset,Accounts Receivable',
      '2,2026-01-16,Consulting Income,Refund,Work,-20.00,20.00,,Ann Abel,Income,Income',
    ],
    comes: { revenue: 8000, customers: 1, leftOut: 1 },
  },
  {
    title: 'paypal us invoice & tax',
    preset: 'paypal-activity',
    rows: [
      '"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Item Title","Sales Tax","Reference Txn ID","Invoice Number","Quantity","Balance Impact"',
      '"01/15/2026","10:00:00","PST","Ann","Invoice Payment","Completed","USD","108.00","-3.00","105.00","ann@example.com","me@example.com","A1","Mug","8.00","","1","1","Credit"',
      '"01/16/2026","10:00:00","PST","Ann","Chargeback","Completed","USD","-108.00","0","-108.00","ann@example.com","me@example.com","A2","Mug","0.00","A1","","","Debit"',
      '"01/16/2026","10:00:00","PST","","Chargeback Fee","Completed","USD","-20.00","0","-20.00","","","A3","","0.00","A1","","","Debit"',
      '"01/17/2026","10:00:00","PST","Bob","Subscription Payment","Completed","USD","10.00","-0.50","9.50","bob@example.com","me@example.com","A4","Plan","0.00","","","","Credit"',
      '"01/18/2026","10:00:00","PST","Cid","Donation Payment","Completed","USD","10.00","-0.50","9.50","cid@example.com","me@example.com","A5","","0.00","","","","Credit"',
      '"01/19/2026","10:00:00","PST","Dan","Mobile Payment","Removed","USD","10.00","-0.50","9.50","dan@example.com","me@example.com","A6","","0.00","","","","Credit"',
    ],
    comes: { revenue: 1200, leftOut: 2, refunds: 1 },
  },
  {
    title: 'wave with refunds & discount account & uncategorised',
    preset: 'wave-transactions',
    rows: [
      'Transaction ID,Transaction Date,Account Name,Transaction Description,Transaction Line Description,Amount (One column), ,Debit Amount (Two Column Approach),Credit Amount (Two Column Approach),Other Accounts for this Transaction,Customer,Vendor,Invoice Number,Bill Number,Notes / Memo,Amount Before Sales Tax,Sales Tax Amount,Sales Tax Name,Transaction Date Added,Transaction Date Last Modified,Account Group,Account Type,Account ID',
      '1,2026-01-15,Sales,Inv,Mug,"1,100.00",,,"1,100.00",AR,Ann Abel,,1,,,,,,2026-01-15,2026-01-15,Income,Income,',
      '1,2026-01-15,Discounts given,Inv,Disc,-100.00,,100.00,,AR,Ann Abel,,1,,,,,,2026-01-15,2026-01-15,Income,Discount,',
      '2,2026-01-16,Uncategorized Income,Bank,,50.00,,,50.00,Cash,,,,,,,,,2026-01-15,2026-01-15,Income,Uncategorized Income,',
    ],
    comes: { revenue: 100000, leftOut: 1 },
  },
];
