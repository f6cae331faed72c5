/** What every element may have to say in English while it reads. */
export const common = {
  reading: {
    unreachable: 'The data cannot be reached right now.',
    loading: 'Loading…',
    progress: (loaded: string, total: string | undefined): string => (total ? `${loaded} of ${total} MB` : `${loaded} MB`),
    stop: 'Stop',
    retry: 'Try again',
    forWebmaster: 'For the webmaster',
  },
};
