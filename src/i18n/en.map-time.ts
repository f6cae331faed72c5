/** What <civic-map> says in English of the slider that steps through time. */
export const mapTime = {
  /** What the slider and its buttons are called together: the name of a column. */
  label: (column: string): string => `Time: ${column}`,
  play: 'Play',
  pause: 'Pause',
  /** While nothing is left out. */
  all: (range: string): string => `All: ${range}`,
  /** A choice: not one step alone, but also everything before it. */
  before: 'With everything before',
};
