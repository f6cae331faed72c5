import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../dist/custom-elements.json';
import './preview.css';

setCustomElementsManifest(manifest);

const widths = { 'phone (320 px)': '320px', 'tablet (768 px)': '768px', 'full width': '' };

export default {
  tags: ['autodocs'],
  globalTypes: {
    language: {
      description: 'Language of the page',
      toolbar: { title: 'Language', icon: 'globe', items: ['en', 'fr', 'de', 'es', 'ar'].map((value) => ({ value, title: new Intl.DisplayNames([value], { type: 'language' }).of(value) ?? value })), dynamicTitle: true },
    },
    direction: {
      description: 'Direction of the page',
      toolbar: { title: 'Direction', icon: 'transfer', items: [{ value: 'auto', title: 'of the language' }, { value: 'ltr', title: 'left to right' }, { value: 'rtl', title: 'right to left' }], dynamicTitle: true },
    },
    theme: {
      description: 'Colours of the page',
      toolbar: { title: 'Theme', icon: 'contrast', items: [{ value: 'light', title: 'light' }, { value: 'dark', title: 'dark' }, { value: 'city', title: 'a city’s own' }], dynamicTitle: true },
    },
    width: {
      description: 'Width of the place on the page',
      toolbar: { title: 'Width', icon: 'mobile', items: Object.entries(widths).map(([title, value]) => ({ value: value || 'full', title })), dynamicTitle: true },
    },
  },
  initialGlobals: { language: 'en', direction: 'auto', theme: 'light', width: 'full' },
  decorators: [
    (story, { globals }) => {
      const page = document.documentElement;
      page.lang = globals['language'];
      page.dir = globals['direction'] === 'auto' ? (globals['language'] === 'ar' ? 'rtl' : 'ltr') : globals['direction'];
      page.dataset['theme'] = globals['theme'];
      document.body.style.maxInlineSize = globals['width'] === 'full' ? '' : globals['width'];
      return story();
    },
  ],
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    a11y: { test: 'error' },
    docs: { toc: true },
  },
} satisfies Preview;
