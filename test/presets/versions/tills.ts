import type { Version } from './version.ts';

/** Tills and payment services: headings as older, newer and other owners' exports have them, as far as is known; rows invented and counted by hand. */
export const TILLS: readonly Version[] = [
  {
    title: 'square items modern + gift card + comp',
    preset: 'square-items',
    rows: [
      'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID,Unit,Count,GTIN,Itemization Type,Fulfillment Note,Channel,Token,Card Brand,PAN Suffix',
      '2026-01-05,10:00:00,Eastern Time (US & Canada),Drinks,Latte,2.0,Large,,,$10.00,-$1.00,$9.00,$0.72,T1,P1,,,,Payment,Main,,C1,Ann Abel,,ea,2,,Physical Good,,,,Visa,1234',
      '2026-01-05,10:00:00,Eastern Time (US & Canada),None,eGift Card,1.0,,,,$25.00,$0.00,$25.00,$0.00,T1,P1,,,,Payment,Main,,C1,Ann Abel,,ea,1,,Gift Card,,,,Visa,1234',
      '2026-01-06,10:00:00,Eastern Time (US & Canada),Drinks,Latte,-1.0,Large,,,-$5.00,$0.00,-$5.00,-$0.40,T2,P2,,,,Refund,Main,,C1,Ann Abel,,ea,-1,,Physical Good,,,,Visa,1234',
    ],
    comes: { revenue: 400, refunds: 1, customers: 1, leftOut: 1, orders: 2 },
  },
  {
    title: 'square items UK',
    preset: 'square-items',
    locale: 'en-GB',
    rows: [
      'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID',
      '15/01/2026,10:00:00,London,Drinks,Latte,2,Regular,,,£10.00,£0.00,£8.33,£1.67,T1,P1,,,,Payment,Main,,C1,Ann Abel,',
    ],
    comes: { revenue: 833, currency: 'GBP', from: '2026-01-15' },
  },
  {
    title: 'square transactions with tips, gift card sale, partial refund, failed',
    preset: 'square-transactions',
    rows: [
      'Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Card,Card Entry Methods,Cash,Square Gift Card,Other Tender,Other Tender Type,Other Tender Note,Fees,Net Total,Transaction ID,Payment ID,Card Brand,PAN Suffix,Device Name,Staff Name,Staff ID,Details,Description,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID',
      '01/05/2026,10:00:00,Eastern Time (US & Canada),$20.00,($2.00),$18.00,$0.00,$1.60,$3.00,$0.00,$22.60,Register,$22.60,Chip,$0.00,$0.00,$0.00,,,($0.60),$22.00,T1,P1,Visa,1,,,,,2 x Mug,Payment,Main,,C1,Ann Abel,',
      '01/16/2026,10:00:00,Eastern Time (US & Canada),$0.00,$0.00,$0.00,$50.00,$0.00,$0.00,$0.00,$50.00,Register,$50.00,Chip,$0.00,$0.00,$0.00,,,($0.60),$49.00,T2,P2,Visa,1,,,,,Gift card,Payment,Main,,C2,Bob,',
      '01/17/2026,10:00:00,Eastern Time (US & Canada),($20.00),$2.00,($18.00),$0.00,($1.60),($3.00),$0.00,($22.60),Register,($22.60),Chip,$0.00,$0.00,$0.00,,,$0.60,($22.00),T3,P3,Visa,1,,,,,2 x Mug,Refund,Main,,C1,Ann Abel,',
    ],
    comes: { revenue: 0, refunds: 1 },
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
    title: 'sumup sales en',
    preset: 'sumup-sales',
    locale: 'en-GB',
    rows: [
      'Date,Type,Transaction ID,Payment method,Quantity,Description,Category,Sku,Currency,Price before discount,Discount,Price (gross),Price (net),Tax,Tax rate,Account',
      '15/01/2026 10:00,Sale,T1,Card,2,Latte,Drinks,,GBP,6.00,0.00,6.00,5.00,1.00,20%,me@example.com',
      '16/01/2026 10:00,Refund,T1,Card,1,Latte,Drinks,,GBP,-3.00,0.00,-3.00,-2.50,-0.50,20%,me@example.com',
    ],
    comes: { revenue: 250, refunds: 1 },
  },
  {
    title: 'toast check details',
    preset: 'toast-check-details',
    rows: [
      'Location Code,Opened Date,Opened Time,Item Description,Server,Tax,Tender,Check Id,Check #,Total,Customer Family,Table Size,Discount,Reason of Discount,Link,Customer Id,Customer,Customer Phone,Customer Email',
      ',1/15/26,10:00 AM,"Burger, Fries",Jo,1.60,Visa,C1,12,21.60,,2,0.00,,,1,Ann Abel,5550101000,ann@example.com',
      ',1/16/26,10:00 AM,"Burger",Jo,0.80,Cash,C2,13,10.80,,2,0.00,,,,,,',
    ],
    comes: { revenue: 3000, orders: 2, customers: 1 },
  },
  {
    title: 'square items fr CA',
    preset: 'square-items',
    locale: 'fr-CA',
    rows: [
      "Date,Heure,Fuseau horaire,Catégorie,Article,Qté,Nom du point de prix,UGS,Options appliquées,Ventes brutes,Réductions,Ventes nettes,Taxe,Numéro de transaction,Numéro de paiement,Nom de l'appareil,Notes,Détails,Type d'événement,Point de vente,Option de restauration,Numéro du client,Nom du client",
      '2026-01-15,10:00:00,Eastern,Boissons,Café,2,Normal,,,"10,00 $","0,00 $","10,00 $","1,50 $",T1,P1,,,,Paiement,Main,,C1,Anne Abel',
      '2026-01-16,10:00:00,Eastern,Boissons,Café,-1,Normal,,,"-5,00 $","0,00 $","-5,00 $","-0,75 $",T2,P2,,,,Remboursement,Main,,C1,Anne Abel',
    ],
    comes: { revenue: 500, refunds: 1, customers: 1 },
  },
  {
    title: 'square items es',
    preset: 'square-items',
    locale: 'es-ES',
    rows: [
      'Fecha,Hora,Zona horaria,Categoría,Artículo,Cantidad,Nombre del precio,SKU,Modificadores aplicados,Ventas brutas,Descuentos,Ventas netas,Impuesto,ID de transacción,ID de pago,Nombre del dispositivo,Notas,Detalles,Tipo de evento,Ubicación,Opción,ID de cliente,Nombre del cliente',
      '15/01/2026,10:00:00,Madrid,Bebidas,Café,2,Normal,,,"10,00 €","0,00 €","9,09 €","0,91 €",T1,P1,,,,Pago,Main,,C1,Ana Abel',
    ],
    comes: { revenue: 909, customers: 1 },
  },
  {
    title: 'square transactions fr',
    preset: 'square-transactions',
    locale: 'fr-FR',
    rows: [
      "Date,Heure,Fuseau horaire,Ventes brutes,Réductions,Frais de service,Ventes nettes,Ventes de cartes cadeaux,Taxe,Pourboire,Remboursements partiels,Total perçu,Source,Carte,Espèces,Frais,Total net,Numéro de transaction,Numéro de paiement,Type d'événement,Numéro du client,Nom du client",
      '15/01/2026,10:00:00,Paris,"10,00 €","0,00 €","0,00 €","10,00 €","0,00 €","2,00 €","1,00 €","0,00 €","13,00 €",Caisse,"13,00 €","0,00 €","-0,30 €","12,70 €",T1,P1,Paiement,C1,Anne Abel',
    ],
    comes: { revenue: 1000, customers: 1 },
  },
  {
    title: 'square items sales with returns no event type',
    preset: 'square-items',
    rows: [
      'Date,Time,Category,Item,Qty,Gross Sales,Discounts,Net Sales,Tax,Payment ID,Customer Name',
      '1/15/26,10:00,Drinks,Latte,2,$10.00,$0.00,$10.00,$0.80,P1,Ann Abel',
    ],
    comes: { revenue: 1000, customers: 1 },
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
    title: 'sumup de sales',
    preset: 'sumup-sales',
    locale: 'de-DE',
    rows: [
      'Datum,Typ,Transaktionsnummer,Zahlungsmethode,Menge,Beschreibung,Category,Sku,Währung,Preis vor Rabatt,Rabatt,Preis (brutto),Preis (netto),Steuer,Steuersatz,Konto',
      '15.01.2026 10:00,Verkauf,T1,Karte,2,Kaffee,Getränke,,EUR,"6,00","0,00","6,00","5,04","0,96","19%",me@example.com',
      '15.01.2026 10:00,Verkauf,T1,Karte,1,Trinkgeld,,,EUR,"1,00","0,00","1,00","1,00","0,00","0%",me@example.com',
    ],
    comes: { revenue: 504, orders: 1 },
  },
  {
    title: 'toast ISO',
    preset: 'toast-check-details',
    rows: [
      'Location Code,Opened Date,Opened Time,Item Description,Server,Tax,Tender,Check Id,Check #,Total,Customer Family,Table Size,Discount,Reason of Discount,Link,Customer Id,Customer,Customer Phone,Customer Email',
      '1,2026-01-15,18:30,Burger,Jo,1.60,Visa,C1,12,21.60,,2,0.00,,,,Ann Abel,(555) 010-1000,',
    ],
    comes: { revenue: 2000, customers: 1 },
  },
];
