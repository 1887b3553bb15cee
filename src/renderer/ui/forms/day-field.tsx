import { TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useFormat } from '../text/format.ts';
import { dayExample, dayOfText } from './day-text.ts';

type Props = {
  readonly label: string;
  /** what is typed so far */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly disabled?: boolean;
};

/** A day, typed as the owner writes days; what was understood stands below it. */
export const DayField = ({ label, text, onText, disabled = false }: Props): ReactElement => {
  const format = useFormat();
  const day = dayOfText(text, format.locale);
  const isWrong = text.trim() !== '' && day === null;
  return (
    <TextInput
      label={label}
      w={170}
      placeholder={dayExample(format.locale)}
      value={text}
      disabled={disabled}
      onChange={(event) => onText(event.currentTarget.value)}
      error={isWrong ? `Write a day like ${dayExample(format.locale)}.` : undefined}
      description={day === null ? ' ' : format.day(day)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
};
