import { Button, Menu, Modal, Textarea } from '@mantine/core';
import { ClipboardCopy, Printer, Share, Share2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { type ListedFilm, listAsText } from '../../../state/list/list-text';
import * as words from '../../../words/en/recommend/share';
import { useLibrary, useModel } from '../../common/app-context';
import styles from './ShareMenu.module.css';

interface ShareMenuProps {
  /** What the list is called. */
  name: string;
  films: readonly ListedFilm[];
}

/** The list's text, to be copied by hand. @param text null while it is not asked for */
function TextToCopy({ name, text, close }: { name: string; text: string | null; close(): void }) {
  return (
    <Modal opened={text !== null} onClose={close} returnFocus={false} title={words.copyThis}>
      <Textarea
        aria-label={words.asText(name)}
        readOnly
        rows={12}
        value={text ?? ''}
        data-autofocus
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
    </Modal>
  );
}

/** Passes a list on: as text to be pasted, by what the device shares with, on paper. Nothing is sent from here. */
export function ShareMenu({ name, films }: ShareMenuProps) {
  const { catalogue } = useLibrary();
  const rated = useModel((state) => state.opinions.size > 0);
  const [copied, setCopied] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setShown(null);
    // The menu that led here is gone.
    button.current?.focus();
  };
  const write = () => listAsText(name, films, catalogue, rated ? words.match : words.likeIt);
  const copy = async () => {
    const text = write();
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // The browser, or the page around this one, does not let it: the text is shown instead.
      setShown(text);
    }
  };
  const share = async () => {
    try {
      await navigator.share({ title: name, text: write() });
    } catch (error) {
      // Whoever closes the device's own dialog has changed their mind.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setShown(write());
    }
  };
  return (
    <div data-screen-only>
      <Menu
        position="bottom-end"
        withinPortal={false}
        withInitialFocusPlaceholder={false}
        onOpen={() => setCopied(false)}
      >
        <Menu.Target>
          <Button
            ref={button}
            variant="subtle"
            size="sm"
            color="gray"
            c="dimmed"
            disabled={films.length === 0}
            leftSection={<Share2 size={16} aria-hidden />}
          >
            <span className={styles.word}>{copied ? words.copied : words.share}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<ClipboardCopy size={16} aria-hidden />} onClick={copy}>
            {words.copyAsText}
          </Menu.Item>
          {'share' in navigator && (
            <Menu.Item leftSection={<Share size={16} aria-hidden />} onClick={share}>
              {words.shareWith}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
            {words.print}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span className="visually-hidden" role="status">
        {copied && words.listCopied(name)}
      </span>
      <TextToCopy name={name} text={shown} close={close} />
    </div>
  );
}
