import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** The colours of the product, with their contrast on paper. Brand colours of parties (red, yellow, bright blue, green) are not used as such. */
export const COLOURS = {
  paper: '#FBFAF6',
  /** 15.3:1 */
  ink: '#1C2321',
  /** 6.3:1 */
  muted: '#55605C',
  /** 9.4:1; white on it 9.8:1 */
  primary: '#17495A',
  /** 3.0:1, for the edges of controls */
  border: '#8A938F',
  /** 4.6:1 */
  focus: '#B25A00',
  line: '#DAD9D0',
} as const;

/** Kinds of status: text and ground. A status is always a word and an icon as well; desil and poverty have no colour. */
export const STATUS_COLOURS = {
  selesai: ['#1E5B3A', '#E6F1EA'],
  menunggu: ['#6B4A00', '#FBF0D5'],
  tindakan: ['#8A2B1E', '#FBE9E5'],
  info: ['#24478F', '#E8EEF9'],
  netral: ['#3F4845', '#ECEDE8'],
} as const;
export type StatusKind = keyof typeof STATUS_COLOURS;

/** Mantine wants ten shades; ours lead to the ink-teal at 7, with 8 for hover. */
const teal: MantineColorsTuple = [
  '#EEF4F6',
  '#DCE8EC',
  '#B9D0D8',
  '#94B6C2',
  '#6C98A8',
  '#487B8D',
  '#2C6073',
  COLOURS.primary,
  '#113A48',
  '#0C2B36',
];
const brick: MantineColorsTuple = [
  '#FBE9E5',
  '#F4D2CB',
  '#E6AAA0',
  '#D68375',
  '#C4604F',
  '#AD4435',
  '#9A3527',
  '#8A2B1E',
  '#702116',
  '#561810',
];
/** Greys with the warmth of the paper; 6 is the muted text, 4 the control border. */
const gray: MantineColorsTuple = [
  '#F6F5F0',
  '#ECEDE8',
  COLOURS.line,
  '#C3C6C0',
  COLOURS.border,
  '#6E7873',
  COLOURS.muted,
  '#3F4845',
  '#2C3431',
  COLOURS.ink,
];

/** Mantine's own resolver mixes colours with `color-mix` for some variants, which Chrome 109 does not know: ours are plain. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const resolved = defaultVariantColorsResolver(input);
  if (input.variant === 'subtle' || input.variant === 'light' || input.variant === 'transparent')
    return {
      ...resolved,
      background: input.variant === 'light' ? '#ECEDE8' : 'transparent',
      hover: '#ECEDE8',
      color: input.color === 'red' ? '#8A2B1E' : COLOURS.primary,
    };
  if (input.variant === 'default' || input.variant === 'outline')
    return { background: '#fff', hover: '#F1F0EA', color: COLOURS.ink, border: `1px solid ${COLOURS.border}` };
  return resolved;
};

/** The system's own fonts: nothing to download, and well hinted on 1366 x 768 panels. */
export const FONTS = '"Segoe UI", Roboto, "Noto Sans", Arial, sans-serif';

export const theme = createTheme({
  primaryColor: 'teal',
  // With Mantine's default shade white text on a filled button fails the contrast check.
  primaryShade: { light: 7, dark: 7 },
  colors: { teal, red: brick, gray },
  black: COLOURS.ink,
  white: '#ffffff',
  fontFamily: FONTS,
  fontFamilyMonospace: '"Cascadia Mono", Consolas, "Noto Sans Mono", monospace',
  headings: {
    fontFamily: FONTS,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '18px', lineHeight: '24px' },
      h2: { fontSize: '16px', lineHeight: '20px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '24px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '3px', md: '3px', lg: '4px', xl: '4px' },
  defaultRadius: 'sm',
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  // The ring is drawn by one global rule for everything, see ui.css.
  focusRing: 'never',
  respectReducedMotion: true,
  cursorType: 'pointer',
  variantColorResolver,
  components: {
    Button: { defaultProps: { size: 'sm', variant: 'default' } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Select: { defaultProps: { comboboxProps: { transitionProps: { duration: 0 } } } },
  },
});

/** What Mantine reads from CSS variables and the theme object cannot say. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': COLOURS.paper,
    '--mantine-color-text': COLOURS.ink,
    '--mantine-color-dimmed': COLOURS.muted,
    '--mantine-color-placeholder': '#6E7873',
    '--mantine-color-default-border': COLOURS.border,
    '--mantine-color-error': '#8A2B1E',
    '--mantine-color-anchor': COLOURS.primary,
  },
  dark: {},
});
