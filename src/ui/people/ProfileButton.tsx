import { Button, type ButtonProps } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import * as words from '../../words/en/frame/frame';

interface ProfileButtonProps extends ButtonProps, Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps> {
  /** Who is rating. */
  name: string;
}

/** Tells who is rating; what a press does is up to whoever shows it. */
export function ProfileButton({ name, ...others }: ProfileButtonProps) {
  return (
    <Button
      variant="default"
      size="sm"
      px="sm"
      maw={150}
      miw={84}
      style={{ flexShrink: 1 }}
      styles={{
        label: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
      }}
      rightSection={<ChevronDown size={15} aria-hidden />}
      aria-label={words.profile(name)}
      {...others}
    >
      {name}
    </Button>
  );
}
