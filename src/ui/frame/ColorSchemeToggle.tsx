import { ActionIcon, useMantineColorScheme } from '@mantine/core';
import { Monitor, Moon, Sun } from 'lucide-react';
import * as words from '../../words/en/frame/frame';

const SCHEMES = {
  auto: { next: 'light', icon: Monitor, says: words.deviceColours, label: words.deviceColoursSwitch },
  light: { next: 'dark', icon: Sun, says: words.daylight, label: words.daylightSwitch },
  dark: { next: 'auto', icon: Moon, says: words.darkRoom, label: words.darkRoomSwitch },
} as const;

/** Steps through: as the device says, daylight, dark room. */
export function ColorSchemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { next, icon: Icon, says, label } = SCHEMES[colorScheme];
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="inherit"
      size={40}
      aria-label={label}
      title={says}
      onClick={() => setColorScheme(next)}
    >
      <Icon size={19} strokeWidth={1.9} aria-hidden />
    </ActionIcon>
  );
}
