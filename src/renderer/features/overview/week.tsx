import { Anchor, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { ActionGroup } from '../../../shared/model/action.ts';
import { useFormat } from '../../ui/text/format.ts';
import { addressOfActions, groupText, weekTitle } from './model.ts';
import classes from './overview.module.css';

/** This week's actions by kind, the most at stake first: how many, what they are about, the first names. */
export const Week = ({ groups }: { readonly groups: readonly ActionGroup[] }) => {
  const format = useFormat();
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="week">
      <Title order={2} size="lg" id="week" mb="xs">
        {weekTitle(groups.length)}
      </Title>
      <ul className={classes.week}>
        {groups.map((group) => (
          <li key={group.kind} className={classes.action}>
            <Anchor component={Link} to={addressOfActions(group.kind)} size="sm" fw={600}>
              {group.title}
            </Anchor>
            <Text size="sm">{groupText(group, format)}</Text>
            <Text size="sm" c="dimmed" lineClamp={2}>
              {group.first.map(({ name }) => name).join('; ')}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
};
