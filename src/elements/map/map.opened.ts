/** What nobody sees before it is opened, and what stands in the list's place where there is none. */
export { mapOpened } from '../../i18n/en.map-opened.js';
export { details } from './map.detail.js';
export { pictures } from './map.pictures.js';
export { report } from './map.report.js';
export { styles } from './map.opened.styles.js';
