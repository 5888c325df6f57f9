import { ActionIcon, useMantineColorScheme } from '@mantine/core';
import { Monitor, Moon, Sun } from 'lucide-react';

const SCHEMES = {
  auto: { next: 'light', icon: Monitor, says: 'Colours follow the device' },
  light: { next: 'dark', icon: Sun, says: 'Daylight colours' },
  dark: { next: 'auto', icon: Moon, says: 'Dark-room colours' },
} as const;

/** Steps through: as the device says, daylight, dark room. */
export function ColorSchemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { next, icon: Icon, says } = SCHEMES[colorScheme];
  const label = `${says}. Switch: ${SCHEMES[next].says.toLowerCase()}`;
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
