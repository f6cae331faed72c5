/** What <civic-map> says in English of values that change by themselves. */
export const mapLive = {
  /** Of values that change by themselves: `time` is a time of day, `ago` such as “2 minutes ago”. */
  age: (time: string, ago: string): string => `Values of ${time}, ${ago}.`,
  stale: 'They cannot be renewed at the moment.',
};
