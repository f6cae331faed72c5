/** What <civic-map> says in English of its layers and of a basemap. */
export const mapLayers = {
  label: 'Layers of the map',
  /** A layer that has no title of its own. */
  untitled: (number: string): string => `Layer ${number}`,
  /** Before the choice of the layer whose places are listed. */
  listed: 'In the list:',
  /** The colours and signs of pictures. */
  legend: (layer: string): string => `Legend: ${layer}`,
  picturesFailed: 'The pictures of this layer do not come at the moment.',
  basemapFailed: 'The basemap does not come at the moment. The map has a plain ground instead.',
  /** Whose work the map shows. */
  credits: 'Sources of the map',
  allCredits: 'All sources of the map',
};
