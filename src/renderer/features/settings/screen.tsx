import type { ReactElement } from 'react';
import { KeyTable } from '../../app/help.tsx';
import { Page } from '../../ui/page.tsx';
import { Appearance } from './appearance.tsx';
import { Business } from './business.tsx';
import { File } from './file.tsx';
import { MoneyAndTime } from './money-and-time.tsx';
import { Section } from './section.tsx';

export const SettingsScreen = (): ReactElement => (
  <Page title="Settings">
    <div>
      <Business />
      <MoneyAndTime />
      <Appearance />
      <File />
      <Section title="Keyboard">
        <KeyTable />
      </Section>
    </div>
  </Page>
);
