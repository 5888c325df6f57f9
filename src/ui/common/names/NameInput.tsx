import { TextInput, type TextInputProps } from '@mantine/core';
import { MAX_NAME_LENGTH } from '../../../lib/text/name-length';
import * as words from '../../../words/en/common/names';

/** From so many characters on it is said how many there are. */
const NEAR = 30;

interface NameInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'maxLength' | 'description'> {
  value: string;
  change: (name: string) => void;
}

/** A field for a name, which takes no more than a name may have, counted as a person counts. */
export function NameInput({ value, change, ...props }: NameInputProps) {
  const { length } = [...value];
  return (
    <TextInput
      {...props}
      value={value}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={length >= NEAR ? words.characters(length, MAX_NAME_LENGTH) : undefined}
      onChange={({ currentTarget }) => change([...currentTarget.value].slice(0, MAX_NAME_LENGTH).join(''))}
    />
  );
}
