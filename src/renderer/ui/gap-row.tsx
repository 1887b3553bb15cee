type Props = { readonly height: number; readonly columns: number };

/** Holds the place of the rows of a table that are out of sight. */
export const GapRow = ({ height, columns }: Props) =>
  height <= 0 ? null : (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: an empty row is not one of the table's
    <tr role="presentation" data-gap style={{ height }}>
      <td colSpan={columns} />
    </tr>
  );
