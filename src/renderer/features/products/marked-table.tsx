import { Button, Group, Table, Text } from '@mantine/core';
import type { Candidate, MarkedProduct, ProductRole } from '../../../shared/model/product-mark.ts';
import { TaxRateField } from '../../ui/forms/tax-rate-field.tsx';
import { useFormat } from '../../ui/text/format.ts';
import classes from './products.module.css';

type Action = { readonly text: string; readonly role: ProductRole | null };

type Props = {
  readonly label: string;
  readonly products: readonly (MarkedProduct | Candidate)[];
  /** what the last figure is: revenue if the product counted the other way */
  readonly otherwise: string;
  readonly actions: readonly Action[];
  readonly busy: boolean;
  /** where products may have a tax rate of their own */
  readonly onTax?: (product: number, rate: number | null, onRefused: () => void) => void;
  readonly onMark: (products: readonly number[], role: ProductRole | null) => void;
};

const ROLES: Readonly<Record<ProductRole, string>> = {
  article: 'article',
  charge: 'charge',
  renewing: 'renewing contract',
  'not-a-sale': 'no sale',
};

/** Products with what is at stake, and what may be said of each with one click. */
export const MarkedTable = ({ label, products, otherwise, actions, busy, onTax, onMark }: Props) => {
  const format = useFormat();
  if (products.length === 0)
    return (
      <Text size="sm" c="dimmed">
        None.
      </Text>
    );
  return (
    <Table verticalSpacing={4} className={classes.numbers} aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Product</Table.Th>
          <Table.Th ta="right">Lines</Table.Th>
          <Table.Th ta="right">Sum</Table.Th>
          <Table.Th ta="right">{otherwise}</Table.Th>
          <Table.Th>What it is</Table.Th>
          {onTax ? <Table.Th>Tax rate</Table.Th> : null}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {products.map((product) => (
          <Table.Tr key={product.id}>
            <Table.Td className={classes.name}>
              {product.name}
              <Text size="xs" c="dimmed">
                {'reason' in product
                  ? product.reason
                  : `${product.code}: ${ROLES[product.role]}${product.said || product.role === 'article' ? '' : ' by its name'}`}
              </Text>
            </Table.Td>
            <Table.Td ta="right">{format.count(product.lines)}</Table.Td>
            <Table.Td ta="right">{format.money(product.amount)}</Table.Td>
            <Table.Td ta="right">{format.money(product.revenueOtherwise)}</Table.Td>
            <Table.Td>
              <Group gap={4} wrap="nowrap">
                {actions
                  .filter(({ role }) => role === null || role !== product.role || !product.said)
                  .map(({ text, role }) => (
                    <Button
                      key={text}
                      size="compact-xs"
                      variant="default"
                      disabled={busy}
                      aria-label={`${product.name}: ${text}`}
                      onClick={() => onMark([product.id], role)}
                    >
                      {text}
                    </Button>
                  ))}
              </Group>
            </Table.Td>
            {onTax ? (
              <Table.Td>
                <TaxRateField
                  label={`Tax rate of ${product.name}`}
                  hideLabel
                  rate={product.taxRate}
                  onRate={(rate, { putBack }) => onTax(product.id, rate, putBack)}
                />
              </Table.Td>
            ) : null}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
