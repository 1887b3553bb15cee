import { Text, VisuallyHidden } from '@mantine/core';
import type { Overview } from '../../../shared/model/overview.ts';
import { Figure } from '../../ui/figures/figure.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { sinceReviewText } from './model.ts';
import classes from './overview.module.css';

type Props = { readonly figures: Overview['figures'] };

export const KeyFigures = ({ figures }: Props) => {
  const format = useFormat();
  return (
    <section aria-label="Key figures">
      <div className={classes.figures}>
        {figures.map(({ title, result, sinceReview }) => {
          const since = sinceReviewText(sinceReview, format);
          return (
            <div key={title} className={classes.keyFigure}>
              <Text size="xs" c="dimmed" lh={1.3}>
                {title}
              </Text>
              <div className={classes.keyValue}>
                <Figure result={result} headline rows="/customers" />
              </div>
              {since !== null && (
                <Text size="xs" lh={1.3}>
                  <span aria-hidden="true">{since.mark} </span>
                  {since.text}
                  <VisuallyHidden> since the last review</VisuallyHidden>
                </Text>
              )}
            </div>
          );
        })}
      </div>
      {figures.some((figure) => figure.sinceReview !== null) && (
        <Text size="xs" c="dimmed" mt={4}>
          Arrows: against the last review.
        </Text>
      )}
    </section>
  );
};
