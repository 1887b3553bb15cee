import classes from './charts.module.css';

type Props = { readonly entries: readonly { readonly name: string; readonly look: 'solid' | 'hatched' }[] };

/** The legend of a chart: what solid and hatched mean. */
export const ChartKey = ({ entries }: Props) => (
  <span>
    {entries.map((entry) => (
      <span key={entry.name} className={classes.key}>
        <span className={classes.swatch} data-look={entry.look} aria-hidden="true" />
        {entry.name}
      </span>
    ))}
  </span>
);
