import { Alert, Button, Group, Modal, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Segmentation } from '../../../shared/model/segment.ts';
import { Page } from '../../ui/page.tsx';
import { Failure } from '../../ui/states/failure.tsx';
import { useFormat } from '../../ui/text/format.ts';
import { SegmentCard } from './card.tsx';
import { differenceOf, isSuggested } from './model.ts';
import { Moves } from './moves.tsx';
import { RulesEditor } from './rules-editor.tsx';
import classes from './segments.module.css';
import { Threshold } from './threshold.tsx';
import { useDraft } from './use-draft.ts';

type Props = { readonly inForce: Segmentation };

export const Setup = ({ inForce }: Props) => {
  const format = useFormat();
  const draft = useDraft(inForce);
  const { shown } = draft;
  const pending = draft.changed || !inForce.applied;
  const tooMany = shown.advice.find(({ code }) => code === 'far-too-many-segments');
  const [asking, setAsking] = useState(false);
  return (
    <Page
      money
      title="Segments"
      lead={
        draft.changed
          ? 'You are trying something out. Nothing is kept until you use it.'
          : inForce.applied
            ? `In force, version ${inForce.version}. Customers move between segments by themselves as they buy.`
            : 'A proposal from your own sales. Change what does not fit, then use it.'
      }
      actions={
        <>
          {draft.changed && (
            <Button size="xs" variant="default" onClick={draft.discard}>
              Discard
            </Button>
          )}
          <Button
            size="xs"
            disabled={
              !pending ||
              draft.counting ||
              draft.missing !== null ||
              draft.error !== null ||
              shown.segments.length === 0
            }
            loading={draft.applying}
            onClick={() => (tooMany ? setAsking(true) : draft.apply())}
          >
            Use these segments
          </Button>
        </>
      }
    >
      {draft.error !== null && <Failure error={draft.error} />}
      {shown.advice.map((advice) => (
        <Alert
          key={advice.code}
          variant="light"
          color={advice.code === 'natural-groups' ? 'gray' : 'yellow'}
          p="xs"
        >
          {advice.sentence}
        </Alert>
      ))}
      <Modal opened={asking} onClose={() => setAsking(false)} title="So many segments?">
        <Text size="sm">{tooMany?.sentence}</Text>
        <Group justify="flex-end" mt="md" gap="xs">
          <Button size="xs" variant="default" data-autofocus onClick={() => setAsking(false)}>
            Change them
          </Button>
          <Button
            size="xs"
            onClick={() => {
              setAsking(false);
              draft.apply(true);
            }}
          >
            Use them all the same
          </Button>
        </Group>
      </Modal>
      <div className={classes.layout}>
        <Stack gap="md">
          {shown.thresholds.length > 0 && draft.rules === null && (
            <Paper withBorder p="md" component="section" aria-labelledby="thresholds">
              <Group justify="space-between" mb="sm" wrap="nowrap">
                <Title order={2} id="thresholds">
                  Where to draw the lines
                </Title>
                {!isSuggested(shown.thresholds) && (
                  <Button
                    size="compact-xs"
                    fw={500}
                    variant="subtle"
                    color="gray"
                    flex="none"
                    onClick={draft.toSuggestion}
                  >
                    Back to the suggestion
                  </Button>
                )}
              </Group>
              <Stack gap="lg">
                {shown.thresholds.map((threshold) => (
                  <Threshold
                    key={threshold.id}
                    threshold={threshold}
                    onValue={(value) => draft.setThreshold(threshold.id, value)}
                  />
                ))}
              </Stack>
            </Paper>
          )}
          {draft.rules !== null && (
            <RulesEditor rules={draft.rules} missing={draft.missing} onRules={draft.setRules} />
          )}
          {shown.recipes.length > 1 && (
            <Paper withBorder p="md">
              <Radio.Group
                label="Start from another recipe"
                value={draft.recipe ?? ''}
                onChange={draft.setRecipe}
                classNames={{ label: classes.legend ?? '' }}
              >
                <Stack gap="sm" mt="xs">
                  {shown.recipes.map((recipe) => (
                    <Radio
                      key={recipe.name}
                      value={recipe.name}
                      label={recipe.title}
                      description={recipe.description}
                    />
                  ))}
                </Stack>
              </Radio.Group>
            </Paper>
          )}
        </Stack>
        <Stack gap="sm">
          {shown.difference !== null && <Text size="sm">{shown.difference.sentence}</Text>}
          <section
            aria-label="Segments"
            aria-busy={draft.counting}
            className={classes.cards}
            data-counting={draft.counting || undefined}
          >
            {shown.segments.map((segment) => (
              <SegmentCard
                key={segment.name}
                segment={segment}
                difference={draft.changed ? differenceOf(segment, inForce) : null}
                applied={inForce.applied && !draft.changed}
              />
            ))}
            <Paper withBorder p="sm" className={classes.card} data-rest>
              <Title order={3}>Everyone else</Title>
              <Text size="sm">
                {shown.everyoneElse.customers === 0
                  ? 'Every customer is in a segment.'
                  : `${format.counted(shown.everyoneElse.customers, 'customer')} with ${format.money(shown.everyoneElse.revenue, { headline: true })}, ${format.share(shown.everyoneElse.revenueShare)} of revenue, fit no rule.`}
              </Text>
            </Paper>
          </section>
        </Stack>
      </div>
      {inForce.applied && !draft.changed && <Moves />}
    </Page>
  );
};
