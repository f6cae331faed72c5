/** What <civic-map> says in English on the map itself, once it is drawn. */
export const mapDrawn = {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  all: 'Show all places',
  move: { label: 'Move the map', up: 'Up', left: 'Left', right: 'Right', down: 'Down' },
  keys: 'The arrow keys move the map, plus and minus zoom. The list after the map has the same places.',
  hint: { wheel: 'Hold Ctrl or ⌘ and scroll to zoom the map', touch: 'Use two fingers to move the map' },
};
