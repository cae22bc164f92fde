import type { Config } from 'tailwindcss';

export default {
  content: ['./app/**/*.{ts,tsx}'],
  theme: {
    extend: {
      colors: {
        deep: '#083742',
        sea: '#0f5c6e',
        shallow: '#d2e5e7',
        mist: '#eef4f4',
        foam: '#7cc7d3',
        ink: '#0b0c0c',
        quiet: '#3c4c50',
        rule: '#c5d3d5',
      },
      fontFamily: { sans: ["'Atkinson Hyperlegible Next'", 'Helvetica', 'Arial', 'sans-serif'] },
      // The width from which GOV.UK's grid has columns.
      screens: { tablet: '40.0625em', desktop: '48.0625em' },
    },
  },
} satisfies Config;
