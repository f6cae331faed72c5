/** What <civic-map> says in English of classes, sizes and heat. */
export const mapLook = {
  /** A class of values. */
  range: (from: string, to: string): string => `${from} – ${to}`,
  noData: 'No data',
  /** The name of a column. */
  size: (column: string): string => `Size: ${column}`,
  heat: 'Places close together',
  few: 'Few',
  many: 'Many',
};
