import { SegmentedControl, Text, useMantineColorScheme } from '@mantine/core';
import type { ReactElement } from 'react';
import { Section } from './section.tsx';

const SCHEMES = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the computer' },
] as const;

export const Appearance = (): ReactElement => {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title="Appearance" about="Kept on this computer, for every portfolio.">
      <SegmentedControl
        aria-label="Appearance"
        data={SCHEMES.map(({ value, label }) => ({ value, label }))}
        value={colorScheme}
        onChange={(value) => {
          const scheme = SCHEMES.find((s) => s.value === value);
          if (scheme) setColorScheme(scheme.value);
        }}
      />
      <Text size="sm" c="dimmed">
        High contrast and reduced motion follow the settings of your computer. Printed pages are always black
        on white.
      </Text>
    </Section>
  );
};
