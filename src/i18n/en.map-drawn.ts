/** What <civic-map> says in English on the map itself, once it is drawn. */
export const mapDrawn = {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  all: 'Show all places',
  move: { label: 'Move the map', up: 'Up', left: 'Left', right: 'Right', down: 'Down' },
  hint: { wheel: 'Hold Ctrl or ⌘ and scroll to zoom the map', touch: 'Use two fingers to move the map' },
};
