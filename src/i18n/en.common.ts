/** What every element may have to say in English while it reads. */
export const common = {
  reading: {
    /** What was to be read, or pressed for, does not come over the net. */
    unreachable: 'This cannot be loaded right now. Please try again.',
    loading: 'Loading…',
    progress: (loaded: string, total: string | undefined): string => (total ? `${loaded} of ${total} MB` : `${loaded} MB`),
    stop: 'Stop',
    retry: 'Try again',
    forWebmaster: 'For the webmaster',
  },
};
