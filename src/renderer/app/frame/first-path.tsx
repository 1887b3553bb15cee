import { VisuallyHidden } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { usePortfolio } from '../../client/portfolio.ts';
import { Icon } from '../../ui/icons.tsx';
import classes from './frame.module.css';
import { pathSteps, showsPath } from './path-steps.ts';

/** Import → Check → Segments → Matrix → Review, until the first review is made. */
export const FirstPath = (): ReactElement | null => {
  const { stepsDone } = usePortfolio();
  if (!showsPath(stepsDone)) return null;
  const steps = pathSteps(stepsDone);
  return (
    <nav aria-label="The way to your first review">
      <ol className={classes.path}>
        {steps.map((step, i) => (
          <li key={step.step} className={classes.step}>
            {i > 0 ? (
              <span className={classes.between}>
                <Icon name="right" size={14} />
              </span>
            ) : null}
            <Link
              to={step.to}
              className={classes.stepLink}
              data-done={step.done}
              data-next={step.next}
              aria-current={step.next ? 'step' : undefined}
            >
              <span className={classes.dot} data-done={step.done} data-next={step.next} aria-hidden="true">
                {step.done ? <Icon name="check" size={12} /> : null}
              </span>
              {step.title}
              {step.done ? <VisuallyHidden>, done</VisuallyHidden> : null}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
};
