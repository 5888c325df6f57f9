import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useRef } from 'react';

interface FilePickerProps extends Pick<ButtonProps, 'size' | 'variant'> {
  /** What is to be chosen, said of the field. */
  label: string;
  /** What the field takes: a folder, or files of a kind. */
  attributes: object;
  disabled?: boolean;
  icon: ReactNode;
  onPick(files: File[]): void;
  children: ReactNode;
}

/** A button that opens the device's own choice of files. */
export function FilePicker({
  label,
  attributes,
  icon,
  onPick,
  children,
  disabled = false,
  size = 'compact-sm',
  variant = 'default',
}: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        {...attributes}
        onChange={(event) => {
          onPick([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <Button
        size={size}
        variant={variant}
        disabled={disabled}
        leftSection={icon}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
    </>
  );
}
