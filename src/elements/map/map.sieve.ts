/** What searches and counts: nobody needs it before turning to the search box or the choices. */
export { Haystack } from '../../model/filter-text.js';
export { passing } from '../../model/filter.js';
export { filterOf, stateOf } from './map.filters-state.js';
