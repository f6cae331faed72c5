import VectorLayer from 'ol/layer/Vector.js';
import VectorSource from 'ol/source/Vector.js';
import Circle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import Style from 'ol/style/Style.js';
import { colours, offer, type Kind } from './peer.js';
import { features, show } from './openlayers-reading.js';

/** Its own vector layer on a canvas, with one style a category, made once; a filter is a style that draws nothing. */
let only: Kind | undefined;
let layer: VectorLayer;

const styles = new Map(Object.entries(colours).map(([kind, color]) => {
  const fill = new Fill({ color });
  return [kind, new Style({ fill, image: new Circle({ radius: 4, fill }) })];
}));

offer({
  async draw(target, given) {
    layer = new VectorLayer({ source: new VectorSource({ features: await features(given) }), style: (feature) => (only && feature.get('kind') !== only ? undefined : styles.get(feature.get('kind'))) });
    show(target, layer);
  },
  filter(kind) {
    only = kind;
    layer.changed();
  },
});
