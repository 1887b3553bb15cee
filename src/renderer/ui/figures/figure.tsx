import { Anchor, Text, VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import type { Result } from '../../../shared/model/result.ts';
import { gradeInWords, useFormat } from '../text/format.ts';
import { Explanation, type Fact } from './explanation.tsx';
import classes from './figure.module.css';
import { metricOf, titleOf } from './metric-of.ts';

type Props = {
  readonly result: Result;
  /** short form for key figures: € 12.4k instead of every cent */
  readonly headline?: boolean;
  /** where the rows behind the figure are shown */
  readonly rows?: string;
};

/** A figure that can be asked how it was made: value, range where it is an estimate, and its definition. */
export const Figure = ({ result, headline = false, rows }: Props) => {
  const format = useFormat();
  const text = format.result(result, { headline });
  const exact = format.result(result);
  const between =
    text.range === null
      ? ''
      : `, between ${exact.range}${text.level === null ? '' : ` in ${text.level} of cases like this`}`;
  const isMissing = result.value === null;
  const facts: readonly Fact[] = [
    ['Value', isMissing ? 'No number.' : `${exact.value}${between}`],
    ['Period', result.period && `${format.day(result.period.from)} to ${format.day(result.period.to)}`],
    ['Sample', format.count(result.n)],
    ['Method', result.method],
    ['Trust', `Grade ${result.grade}. ${gradeInWords[result.grade]}`],
  ];
  return (
    <Explanation
      title={titleOf(result.metric, result.method)}
      metric={metricOf(result.metric)}
      facts={facts}
      isMissing={isMissing}
      remarks={
        <>
          {result.warnings.map((warning) => (
            <Text key={warning} size="xs" className={classes.warning}>
              {warning}
            </Text>
          ))}
          {rows !== undefined && (
            <Text size="sm">
              <Anchor component={Link} to={rows} size="sm">
                Show the rows
              </Anchor>
            </Text>
          )}
        </>
      }
    >
      <VisuallyHidden>{metricOf(result.metric)?.title ?? 'Figure'}: </VisuallyHidden>
      <span className={classes.value}>{text.value}</span>
      {text.range !== null && <span className={classes.range}>{text.range}</span>}
    </Explanation>
  );
};
