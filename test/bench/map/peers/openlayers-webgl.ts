import WebGLVectorLayer from 'ol/layer/WebGLVector.js';
import VectorSource from 'ol/source/Vector.js';
import { colours, offer } from './peer.js';
import { features, show } from './openlayers-reading.js';

/** Its layer for many features: a flat style, and a filter that is a variable of it. */
let layer: WebGLVectorLayer;
const colour = ['match', ['get', 'kind'], ...Object.entries(colours).flat(), colours.oak];

offer({
  async draw(target, given) {
    layer = new WebGLVectorLayer({
      source: new VectorSource({ features: await features(given) }),
      variables: { only: '' },
      disableHitDetection: true,
      style: [{ filter: ['any', ['==', ['var', 'only'], ''], ['==', ['get', 'kind'], ['var', 'only']]], style: given.shape === 'points' ? { 'circle-radius': 4, 'circle-fill-color': colour } : { 'fill-color': colour } }],
    });
    show(target, layer);
  },
  filter(kind) {
    layer.updateStyleVariables({ only: kind ?? '' });
  },
});
