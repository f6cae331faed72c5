/** What nobody sees before it is opened: it comes after the map. */
export { mapOpened } from '../../i18n/en.map-opened.js';
export { Browsing } from './map.browsing.js';
export { detail, group, type Panel } from './map.detail.js';
export { pictures } from './map.pictures.js';
export { report } from './map.report.js';
export { saving } from './map.saving.js';
export { styles } from './map.opened.styles.js';
