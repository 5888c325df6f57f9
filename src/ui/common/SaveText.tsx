import { Button, type ButtonProps, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import * as words from '../../words/en/common/save-text';
import { saveFile, savesFiles } from './saving-files';

interface SaveTextProps extends ButtonProps {
  /** The text of the file; what it rejects with is passed on to `onFailure`. */
  text: () => string | Promise<string>;
  type: string;
  /** Of the file; asked for when the text is there, where it follows from it. */
  name: string | (() => string);
  /** Called with null when the text was there, and where it was not, with why. */
  onFailure?: (error: unknown) => void;
}

/** Saves a text as a file; where the browser may drop the file without a word, the text is shown to be copied instead. */
export function SaveText({ text, type, name, onFailure, ...button }: SaveTextProps) {
  const [shown, setShown] = useState<{ text: string; called: string } | null>(null);
  const can = savesFiles(window);
  const save = async () => {
    try {
      const content = await text();
      const called = typeof name === 'function' ? name() : name;
      if (can !== 'no') saveFile(content, type, called);
      if (can !== 'yes') setShown({ text: content, called });
      onFailure?.(null);
    } catch (error) {
      onFailure?.(error);
    }
  };
  return (
    <>
      <Button {...button} onClick={save} />
      <Modal opened={shown !== null} onClose={() => setShown(null)} title={shown?.called}>
        <Stack gap="xs">
          <Text size="sm">{can === 'no' ? words.cannotSave : words.mayNotHaveSaved}</Text>
          <Textarea
            aria-label={words.textOf(shown?.called)}
            readOnly
            rows={10}
            value={shown?.text ?? ''}
            data-autofocus
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        </Stack>
      </Modal>
    </>
  );
}
