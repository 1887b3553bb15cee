import { describe, expect, test } from 'vitest';
import { feeReason, isCharge, isLessRevenue } from '../../../src/main/import/values/product-words.ts';

/** As exports of the seven languages and the UCI "Online Retail" file call them. */
describe('names that speak of no sale', () => {
  test.each([
    'AMAZON FEE',
    'Bank Charges',
    'Adjust bad debt',
    'SAMPLES',
    'CRUK Commission',
    'Dotcomgiftshop Gift Voucher £10.00',
    'Rounding',
    'Payout',
    'Tip',
    'Bottle deposit',
    'Geschenkgutschein',
    'Kontoführungsgebühr',
    'Provision Marktplatz',
    'Rundungsdifferenz',
    'Trinkgeld',
    'Pfand 0,25',
    'Frais bancaires',
    'Carte cadeau',
    'Pourboire',
    'Échantillon',
    'Arrondi',
    'Comisión bancaria',
    'Tarjeta regalo',
    'Propina',
    'Commissioni bancarie',
    'Buono regalo',
    'Mancia',
    'Statiegeld',
    'Cadeaubon',
    'Fooi',
    'Cartão presente',
    'Gorjeta',
  ])('%s', (name) => {
    expect([name, typeof feeReason(name), isCharge(name)]).toEqual([name, 'string', false]);
  });
});

describe('charges, which are revenue but no articles', () => {
  test.each([
    'POSTAGE',
    'DOTCOM POSTAGE',
    'CARRIAGE',
    'Manual',
    'Next Day Carriage',
    'Delivery charge',
    'Shipping & handling',
    'Express shipping fee',
    'Versandkosten',
    'Porto und Verpackung',
    'Frais de port',
    'Livraison à domicile',
    'Gastos de envío',
    'Spese di spedizione',
    'Verzendkosten',
    'Frete',
  ])('%s', (name) => {
    expect([name, isCharge(name), feeReason(name)]).toEqual([name, true, null]);
  });
});

describe('articles', () => {
  test.each([
    'Coffee',
    'Toffee apples',
    'PIGGY BANK RETROSPOT',
    'Phone charger',
    'Adjustable spanner',
    'MONSTERS STENCIL CRAFT',
    'Tip-Top bread',
    'Fromage frais',
    'Port',
    'Shipping box 30 cm',
    'Delivery van toy',
    'Instruction manual for beginners',
    'Postage stamp album',
    'Card holder',
  ])('%s', (name) => {
    expect([name, isCharge(name), feeReason(name)]).toEqual([name, false, null]);
  });
});

test('discounts and returns are less revenue, not something beside it', () => {
  for (const name of [
    'Discount',
    'Treuerabatt 5 %',
    'Rabatt',
    'Remise',
    'Descuento',
    'Sconto',
    'Korting',
    'Desconto',
    'Refund',
    'Gutschrift',
  ])
    expect([name, isLessRevenue(name)]).toEqual([name, true]);
});
