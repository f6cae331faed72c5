import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../controllers/language.js';
import type { Places } from '../../model/dataset.js';
import { latitude, longitude } from '../../model/mercator.js';
import { safeWebUrl } from '../../model/safe-url.js';

/** A link that shows the way to a row. Nobody is asked before it is pressed; `asked` is the page's own address with `{lat}` and `{lon}`. */
export function way(row: number, { x, y }: Places, asked: string, { say }: Language): TemplateResult | typeof nothing {
  if (Number.isNaN(x[row]!)) return nothing;
  const [lat, lon] = [latitude(y[row]!).toFixed(6), longitude(x[row]!).toFixed(6)];
  const own = safeWebUrl(asked.replaceAll('{lat}', lat).replaceAll('{lon}', lon));
  // Telephones with Android open what the reader uses; others know no such addresses.
  const usual = /Android/.test(navigator.userAgent) ? `geo:${lat},${lon}?q=${lat},${lon}` : `https://www.openstreetmap.org/directions?to=${lat}%2C${lon}`;
  return html`<p class="ways"><a part="route" class="button" href=${own ?? usual} rel="noopener noreferrer" target=${(own ?? usual).startsWith('http') ? '_blank' : nothing}>${say.mapOpened.route}</a></p>`;
}
