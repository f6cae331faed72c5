import type { StorybookConfig } from '@storybook/web-components-vite';

export default {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  staticDirs: [{ from: '../stories/data', to: '/data' }],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The library build's entries and output are no business of the catalogue's. Storybook empties the folder itself: Vite
  // would do it once more, when the index and the frame around the stories are written already.
  viteFinal: (config) => ({ ...config, build: { ...config.build, lib: false, rolldownOptions: {}, sourcemap: false, emptyOutDir: false, outDir: config.build?.outDir ?? '' } }),
} satisfies StorybookConfig;
