import {
  type CheckboxProps,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type ModalProps,
  parseThemeColor,
  type RadioProps,
  type TooltipProps,
  type VariantColorsResolver,
} from '@mantine/core';
import { close } from '../words/en/frame/theme';

/** Family of titles and of everything that is lettered rather than typeset. */
const DISPLAY_FONT = "'Bricolage Grotesque Variable', 'Inter Variable', system-ui, sans-serif";
const TEXT_FONT = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

const amber: MantineColorsTuple = [
  '#fff4dc',
  '#fee6b4',
  '#fbd688',
  '#f7c55e',
  '#f1b23c',
  '#dc931f',
  '#bd6511',
  '#98420f',
  '#7a330e',
  '#5b260c',
];
const like: MantineColorsTuple = [
  '#e6f4ea',
  '#cbe8d5',
  '#a5d8b8',
  '#7ec79c',
  '#63b587',
  '#3f956b',
  '#2a7a56',
  '#1c6244',
  '#144d36',
  '#0d3827',
];
const dislike: MantineColorsTuple = [
  '#fdeaea',
  '#f9d2d3',
  '#f3b1b4',
  '#ee9096',
  '#e8757e',
  '#cf4c5b',
  '#b32f45',
  '#942037',
  '#75172b',
  '#56101f',
];
/** Warm grays: paper stock in daylight. */
const gray: MantineColorsTuple = [
  '#fbf6ea',
  '#f2ead9',
  '#e7ddc8',
  '#d6cab2',
  '#bfb298',
  '#8d806a',
  '#655b4c',
  '#4b4338',
  '#342f28',
  '#211d19',
];
/** Warm charcoals: a dark room with the projector on. */
const dark: MantineColorsTuple = [
  '#efe6d8',
  '#d8cebf',
  '#ada394',
  '#7f7669',
  '#4a433c',
  '#39332e',
  '#292521',
  '#1a1715',
  '#141210',
  '#0e0c0b',
];

/**
 * A filled control is deep in daylight and light in the dark, so its lettering changes with the scheme; Mantine's own
 * choice knows only one of the two.
 */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const parsed = parseThemeColor({ color: input.color, theme: input.theme });
  if (input.variant !== 'filled' || !parsed.isThemeColor || parsed.shade !== undefined) return colors;
  return { ...colors, color: 'var(--on-filled)' };
};

/** The tinted grounds and their lettering in the dark, one set a colour. */
function darkTints(name: string, tint: string): Record<string, string> {
  return {
    [`--mantine-color-${name}-light`]: `rgb(${tint} / 15%)`,
    [`--mantine-color-${name}-light-hover`]: `rgb(${tint} / 24%)`,
    [`--mantine-color-${name}-light-color`]: `var(--mantine-color-${name}-3)`,
    [`--mantine-color-${name}-outline`]: `var(--mantine-color-${name}-4)`,
  };
}

/** The Mantine theme: paper and ink in daylight, charcoal and projector amber in the dark. */
export const theme = createTheme({
  colors: { amber, like, dislike, gray, dark },
  primaryColor: 'amber',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  variantColorResolver,
  white: '#fffbf2',
  black: '#1d1a17',
  fontFamily: TEXT_FONT,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
  headings: {
    fontFamily: DISPLAY_FONT,
    fontWeight: '750',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: 'clamp(2rem, 1.5rem + 2vw, 3rem)', lineHeight: '1.02' },
      h2: { fontSize: 'clamp(1.5rem, 1.3rem + 0.8vw, 2rem)', lineHeight: '1.08' },
      h3: { fontSize: '1.25rem', lineHeight: '1.15' },
      h4: { fontSize: '1.0625rem', lineHeight: '1.2' },
    },
  },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '10px', xl: '18px' },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  // Objects, not `Checkbox.extend(...)`: that would bring components into the first load which only later screens use.
  components: {
    Checkbox: { defaultProps: { iconColor: 'var(--on-filled)' } satisfies Partial<CheckboxProps> },
    Radio: { defaultProps: { iconColor: 'var(--on-filled)' } satisfies Partial<RadioProps> },
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.6 },
        closeButtonProps: { 'aria-label': close },
        // Mantine draws a <header>, which outside a section would be a second banner of the page.
        attributes: { header: { role: 'presentation' } },
      } satisfies Partial<ModalProps>,
    },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } satisfies Partial<TooltipProps> },
  },
});

/** Pass to MantineProvider beside the theme: surfaces and lines that palettes alone cannot name. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--font-display': DISPLAY_FONT,
  },
  light: {
    '--on-filled': '#fffbf2',
    '--mantine-color-body': '#f6f0e3',
    '--mantine-color-text': '#1d1a17',
    '--mantine-color-dimmed': '#625849',
    '--mantine-color-placeholder': '#6d6354',
    '--mantine-color-default': '#fdf9ef',
    '--mantine-color-default-hover': '#f1e8d5',
    '--mantine-color-default-border': '#948770',
    '--mantine-color-error': '#942037',
    '--surface-raised': '#fdf9ef',
    '--surface-sunken': '#ede4d1',
    '--line': '#d6cab2',
    '--accent-text': '#8f3d0e',
  },
  dark: {
    '--on-filled': '#1d1a17',
    ...darkTints('amber', '241 178 60'),
    ...darkTints('like', '99 181 135'),
    ...darkTints('dislike', '232 117 126'),
    '--mantine-color-body': '#1a1715',
    '--mantine-color-text': '#efe6d8',
    '--mantine-color-dimmed': '#b1a798',
    '--mantine-color-placeholder': '#a0968a',
    '--mantine-color-default': '#292521',
    '--mantine-color-default-hover': '#342f2a',
    '--mantine-color-default-border': '#7f7669',
    '--mantine-color-error': '#ee9096',
    '--surface-raised': '#24201d',
    '--surface-sunken': '#131110',
    '--line': '#39332e',
    '--accent-text': '#f1b23c',
  },
});
