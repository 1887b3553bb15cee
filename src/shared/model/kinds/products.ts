import { recordKind, words } from './kind.ts';

const FIELDS = {
  'product.unitCost': {
    label: 'Cost of one',
    words: words(
      'unit cost | cost | cost price | cost per item | purchase price | buying price | cost of goods | wholesale price | einkaufspreis | ek | ek preis | stuckkosten | kosten | prix d achat | cout unitaire | cout | coste | coste unitario | precio de compra | costo | costo unitario | prezzo d acquisto | inkoopprijs | kostprijs | custo | preco de custo',
    ),
  },
  'product.price': {
    label: 'Sales price of one',
    words: words(
      'price | unit price | sales price | list price | retail price | selling price | preis | verkaufspreis | vk | listenpreis | prix | prix de vente | precio | precio de venta | prezzo | prezzo di vendita | prijs | verkoopprijs | preco',
    ),
  },
} as const;

/** Products with what one costs to buy or make. */
export const products = recordKind({
  kind: 'products',
  title: 'Products with unit cost',
  one: 'product',
  many: 'products',
  opens: 'What a sale leaves after what the goods cost.',
  fields: FIELDS,
  groups: {},
  columns: ['product.code', 'product.name', 'product.category', 'product.unitCost', 'product.price'],
  dates: [],
  numbers: ['product.unitCost', 'product.price'],
  money: ['product.unitCost', 'product.price'],
  needs: [
    { anyOf: ['product.code', 'product.name'], sentence: 'No column says which product it is.' },
    {
      anyOf: ['product.unitCost', 'product.price', 'product.category'],
      sentence: 'No column holds a unit cost.',
    },
  ],
  sharedWords: {
    'product.code': words('code | number | no | id | nummer | nr | numero | codigo | codice'),
    'product.name': words('name | nom | nombre | nome | naam'),
  },
  telling: FIELDS['product.unitCost'].words,
  tables: [],
  template: {
    header: ['Product code', 'Product', 'Category', 'Unit cost', 'Sales price'],
    rows: [
      ['P-10', 'Flour 25 kg', 'Baking', '11.20', '18.50'],
      ['P-11', 'Yeast', 'Baking', '1.35', '3.20'],
      ['P-12', 'Coffee 1 kg', 'Drinks', '8.75', '14.90'],
    ],
  },
});
