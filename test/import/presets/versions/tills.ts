import type { Version } from './version.ts';

/** Tills: headings as older, newer and other owners' exports have them, as far as is known; rows invented and counted by hand. */
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
  {
    title: 'square transactions, cancelled/failed/pending status; gift card load + tip-only',
    preset: 'square-transactions',
    rows: [
      'Date,Time,Time Zone,Gross Sales,Discounts,Service Charges,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Card,Cash,Fees,Net Total,Transaction ID,Payment ID,Event Type,Customer ID,Customer Name,Transaction Status',
      '2026-01-15,10:00:00,Eastern Time (US & Canada),$20.00,$0.00,$2.00,$20.00,$0.00,$1.60,$3.00,$0.00,$26.60,Register,$26.60,$0.00,($0.60),$26.00,T1,P1,Payment,C1,Ann Abel,Complete',
      '2026-01-16,10:00:00,Eastern Time (US & Canada),$20.00,$0.00,$0.00,$20.00,$0.00,$1.60,$0.00,$0.00,$21.60,Register,$21.60,$0.00,($0.60),$21.00,T2,P2,Payment,C2,Bob Berg,Failed',
      '2026-01-17,10:00:00,Eastern Time (US & Canada),$20.00,$0.00,$0.00,$20.00,$0.00,$1.60,$0.00,($5.00),$16.60,Register,$16.60,$0.00,($0.60),$16.00,T3,P3,Payment,C2,Bob Berg,Complete',
    ],
    comes: { revenue: 3700, orders: 2 },
  },
  {
    title: 'toast: item description many + gift card',
    preset: 'toast-check-details',
    rows: [
      'Location Code,Opened Date,Opened Time,Item Description,Server,Tax,Tender,Check Id,Check #,Total,Customer Family,Table Size,Discount,Reason of Discount,Link,Customer Id,Customer,Customer Phone,Customer Email',
      '1,1/15/26,6:30 PM,"Burger, Fries, Cola",Jo,1.60,"Visa, Cash",C1,12,21.60,,2,2.00,Staff,,1,Ann Abel,5550101000,ann@example.com',
      'Total,,,,,1.60,,,,21.60,,,2.00,,,,,,',
    ],
    comes: { revenue: 2000, orders: 1 },
  },
];
