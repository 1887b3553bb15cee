import type { ReactElement } from 'react';
import { KeyTable } from '../../ui/key-table.tsx';
import { Page } from '../../ui/page.tsx';
import { CopyDetails } from '../../ui/states/copy-details.tsx';
import { Appearance } from './appearance.tsx';
import { Business } from './business.tsx';
import { Costs } from './costs.tsx';
import { File } from './file.tsx';
import { MoneyAndTime } from './money-and-time.tsx';
import { Rates } from './rates.tsx';
import { SafetyCopies } from './safety-copies.tsx';
import { Section } from './section.tsx';

export const SettingsScreen = (): ReactElement => (
  <Page title="Settings">
    <div>
      <Business />
      <MoneyAndTime />
      <Rates />
      <Costs />
      <Appearance />
      <File />
      <SafetyCopies />
      <Section
        title="Help from others"
        about="A text for whoever helps you: versions, counts and what happened lately. Nothing is sent."
      >
        <CopyDetails />
      </Section>
      <Section title="Keyboard">
        <KeyTable />
      </Section>
    </div>
  </Page>
);
