import { Text, VisuallyHidden } from '@mantine/core';
import type { Overview } from '../../../shared/model/overview.ts';
import { FigureNote, FigureRow } from '../../ui/figures/figure-row.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { sinceReviewText } from './model.ts';

/** How a figure moved since the last review; nothing where there was none. */
const Since = ({ change }: { readonly change: number | null }) => {
  const since = sinceReviewText(change, useFormat());
  return since === null ? null : (
    <Text size="xs" lh={1.3}>
      <span aria-hidden="true">{since.mark} </span>
      {since.text}
      <VisuallyHidden> since the last review</VisuallyHidden>
    </Text>
  );
};

type Props = { readonly figures: Overview['figures'] };

export const KeyFigures = ({ figures }: Props) => (
  <FigureRow
    label="Key figures"
    narrowest={120}
    headline
    rows="/customers"
    figures={figures.map(({ title, result, sinceReview }) => ({
      title,
      result,
      below: <Since change={sinceReview} />,
    }))}
    note={
      figures.some(({ sinceReview }) => sinceReview !== null) ? (
        <FigureNote>Arrows: against the last review.</FigureNote>
      ) : null
    }
  />
);
